import { sql, type Kysely } from 'kysely';

const OWN_ROWS = `org_id = current_setting('groundswell.org_id', true)`;

/**
 * Puts a table under row-level security that nobody is exempt from, its owner included: a transaction sees and writes
 * the rows of the organization that it was begun for.
 *
 * @param rights - What the application may do; everything to a row unless told.
 */
export async function protect(
  rows: Kysely<never>,
  table: string,
  rights = 'select, insert, update, delete',
): Promise<void> {
  await sql
    .raw(
      `alter table ${table} enable row level security, force row level security;
       create policy own_rows on ${table} using (${OWN_ROWS}) with check (${OWN_ROWS});
       grant ${rights} on ${table} to groundswell_app`,
    )
    .execute(rows);
}
