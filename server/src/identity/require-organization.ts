import type { Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';

/** @throws Error with words where there is no such organization. */
export async function requireOrganization(rows: Rows, orgId: Id): Promise<void> {
  const found = await rows
    .selectFrom('campaigns')
    .select('org_id')
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  if (found === undefined) throw new Error(`There is no organization ${orgId}.`);
}
