/** How many rows go into one statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 1000;

/** Gives rows to an insert in as many statements as it takes. */
export async function insertAll<Row>(
  rows: readonly Row[],
  insert: (chunk: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await insert(rows.slice(start, start + CHUNK));
}
