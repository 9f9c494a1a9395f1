import { sql } from 'kysely';

import type { Database } from '../../../../server/src/database/database.js';

/** Everything that an organization has in the database, as one number of rows and one sum for each table. */
export type Contents = ReadonlyMap<string, string>;

/** Every table that holds rows of organizations, by name; parts of a table count as the whole. */
export async function listTables({ owner }: Pick<Database, 'owner'>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`.execute(owner);
  return rows.map(({ name }) => name);
}

/** What an organization has now. Whoever reads must be able to see all rows, as the owner of a test cluster can. */
export async function readContents(
  { owner }: Pick<Database, 'owner'>,
  tables: readonly string[],
  org: string,
): Promise<Contents> {
  const parts = tables.map(
    (table) => sql`select ${sql.lit(table)} as name,
      count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as sum
      from ${sql.table(table)} r where org_id = ${org}`,
  );
  const { rows } = await sql<{ name: string; sum: string }>`${sql.join(parts, sql` union all `)}`.execute(
    owner,
  );
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}

/** The tables in which something is not as it was. */
export const findChanged = (before: Contents, after: Contents): readonly string[] =>
  [...before].filter(([name, sum]) => after.get(name) !== sum).map(([name]) => name);
