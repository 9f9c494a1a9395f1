import { sql } from 'kysely';

import type { Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long what is done with is kept, in ms. Idempotency keys are promised for seven days at the least. */
const KEPT = { keys: 7 * DAY, changes: DAY, sessions: DAY };

/**
 * Removes an organization's rows that nobody asks for any more: old keys, codes, sessions and limits past their end, told
 * changes.
 */
export async function pruneRows(rows: Rows, { orgId, now }: { orgId: Id; now: Date }): Promise<void> {
  const before = (kept: number) => new Date(now.getTime() - kept).toISOString();
  await rows
    .deleteFrom('idempotency_keys')
    .where('org_id', '=', orgId)
    .where('at', '<', before(KEPT.keys))
    .execute();
  await rows
    .deleteFrom('sign_in_codes')
    .where('org_id', '=', orgId)
    .where('expires_at', '<', before(0))
    .execute();
  await rows
    .deleteFrom('sessions')
    .where('org_id', '=', orgId)
    .where('expires_at', '<', before(KEPT.sessions))
    .execute();
  await rows
    .deleteFrom('rate_limits')
    .where('org_id', '=', orgId)
    .where('window_end', '<', before(0))
    .execute();
  await forgetChanges(rows, orgId, before(KEPT.changes));
}

/**
 * Told changes go, and the organization remembers how far: an older cursor is answered that anything may have changed.
 * Numbers of transactions that are still to come were restored from a dump of another server, and say nothing here.
 */
async function forgetChanges(rows: Rows, orgId: Id, before: string): Promise<void> {
  await sql`
    with gone as (delete from changes where org_id = ${orgId} and at < ${before} returning made_by),
      last as (
        select (max(made_by::text::bigint) + 1)::text::xid8 as next from gone where made_by < pg_current_xact_id()
      )
    update campaigns set changes_kept_since = case
      when changes_kept_since > pg_current_xact_id() then last.next else greatest(changes_kept_since, last.next) end
    from last where org_id = ${orgId} and last.next is not null
  `.execute(rows);
}
