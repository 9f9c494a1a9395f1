import type { Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long what is done with is kept, in ms. Idempotency keys are promised for seven days at the least. */
const KEPT = { keys: 7 * DAY, changes: DAY, sessions: DAY };

/** Removes an organization's rows that nobody asks for any more: old keys, codes and sessions past their end, told changes. */
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
    .deleteFrom('changes')
    .where('org_id', '=', orgId)
    .where('at', '<', before(KEPT.changes))
    .execute();
}
