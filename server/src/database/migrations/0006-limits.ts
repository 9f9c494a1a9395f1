import { sql, type Kysely } from 'kysely';

import { protect } from '../protect.js';

/**
 * Unlogged: counting costs no wait for the disk, and a database that has crashed counts from nothing again, which harms
 * nobody. No organization is referred to, because people who sign in to the installation itself are counted as well.
 */
const TABLES = `
create unlogged table rate_limits (
  org_id text not null, bucket text not null, window_start timestamptz not null, window_end timestamptz not null,
  count int not null,
  primary key (org_id, bucket, window_start)
);
create index rate_limits_by_end on rate_limits (org_id, window_end);
`;

/** How often something was done lately. */
export async function limits(rows: Kysely<never>): Promise<void> {
  await sql.raw(TABLES).execute(rows);
  await protect(rows, 'rate_limits');
}
