import { sql } from 'kysely';

import type { Organization } from '../store/organization.js';

/**
 * What an organization has beside its campaign, and keeps when it moves: by table, as rows. In an order in which nothing
 * points at what is not there yet.
 */
export const EXTRA_TABLES = [
  'referrals',
  'idempotency_keys',
  'publishable_keys',
  'partner_keys',
  'sign_outs',
  'push_subscriptions',
  'media',
] as const;

export type ExtraTable = (typeof EXTRA_TABLES)[number];

/** One row as JSON has it, without the organization. */
export type ExtraRow = Readonly<Record<string, unknown>>;

/** Every row of a table that belongs to an organization. */
export async function readExtraRows(
  { rows, orgId }: Organization,
  table: ExtraTable,
): Promise<readonly ExtraRow[]> {
  const found = await sql<{ row: ExtraRow }>`
    select row_to_json(found) as row from ${sql.table(table)} as found where org_id = ${orgId}
    order by row_to_json(found)::text collate "C"
  `.execute(rows);
  return found.rows.map(({ row: { org_id: _, ...row } }) => row);
}

/** Puts a row back as it was. Columns that it does not name get what they have by themselves. */
export async function insertExtraRow(
  { rows, orgId }: Organization,
  { table, row }: { readonly table: ExtraTable; readonly row: ExtraRow },
): Promise<void> {
  const whole = { ...row, org_id: orgId };
  const columns = sql.join(Object.keys(whole).map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(whole)}::json)
  `.execute(rows);
}
