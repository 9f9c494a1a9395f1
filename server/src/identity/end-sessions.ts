import type { Id } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';

export interface EndingOptions {
  readonly database: Database;
  readonly now: () => Date;
}

/** Ends one session: its tokens and its refresh cookie are refused from the next request on. */
export async function endSession({ database, now }: EndingOptions, orgId: Id, sessionId: Id): Promise<void> {
  const at = now().toISOString();
  await database.inOrganization(orgId, 'write', (rows) =>
    rows
      .updateTable('sessions')
      .set({ ended_at: at })
      .where('org_id', '=', orgId)
      .where('id', '=', sessionId)
      .where('ended_at', 'is', null)
      .execute(),
  );
}

/**
 * Ends everything that somebody is signed in with, and refuses what a partner has signed for them until now. A partner
 * may sign something new for its user: whoever should not come back has to leave the organization.
 *
 * @returns How many sessions it was.
 */
export async function endSessionsOf(
  { database, now }: EndingOptions,
  orgId: Id,
  userId: Id,
): Promise<number> {
  const at = now().toISOString();
  return database.inOrganization(orgId, 'write', async (rows) => {
    const { numUpdatedRows } = await rows
      .updateTable('sessions')
      .set({ ended_at: at })
      .where('org_id', '=', orgId)
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    await rows
      .insertInto('sign_outs')
      .columns(['org_id', 'user_id', 'at'])
      .expression((build) =>
        build
          .selectFrom('users')
          .select(['org_id', 'id', build.val(at).as('at')])
          .where('org_id', '=', orgId)
          .where('id', '=', userId),
      )
      .onConflict((conflict) => conflict.columns(['org_id', 'user_id']).doUpdateSet({ at }))
      .execute();
    return Number(numUpdatedRows);
  });
}
