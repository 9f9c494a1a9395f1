import type { DeliveryPort, Referral, ReferralPort, ShareLinkPort } from '@groundswell/elements/backend';

import { isDuplicate, MetAnother } from '../database/failures.js';
import type { Organization } from './organization.js';

/** To whom actions were sent, each once. */
export const deliveriesOf = ({ rows, orgId }: Organization): DeliveryPort => ({
  has: async (actionId, userId) => {
    const found = await rows
      .selectFrom('deliveries')
      .where('org_id', '=', orgId)
      .where('action_id', '=', actionId)
      .where('user_id', '=', userId)
      .select('user_id')
      .executeTakeFirst();
    return found !== undefined;
  },
  add: async (deliveries) => {
    const added = new Set<string>();
    // In one order, so that two who send to the same people never wait for each other.
    const sorted = [...deliveries].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    for (let start = 0; start < sorted.length; start += 1000) {
      const found = await rows
        .insertInto('deliveries')
        .values(
          sorted.slice(start, start + 1000).map(({ actionId, userId, source, sentAt }) => ({
            org_id: orgId,
            action_id: actionId,
            user_id: userId,
            source,
            sent_at: sentAt,
          })),
        )
        .onConflict((known) => known.doNothing())
        .returning(['action_id', 'user_id'])
        .execute();
      for (const row of found) added.add(keyOf({ actionId: row.action_id, userId: row.user_id }));
    }
    return deliveries.filter((delivery) => added.has(keyOf(delivery)));
  },
});

const keyOf = ({ actionId, userId }: { readonly actionId: string; readonly userId: string }): string =>
  `${actionId}/${userId}`;

/** One share link for each action: of two that are made at once, the first stands. */
export const shareLinksOf = ({ rows, orgId }: Organization): ShareLinkPort => {
  const links = () => rows.selectFrom('share_links').where('org_id', '=', orgId);
  return {
    ofAction: async (actionId) =>
      (await links().where('action_id', '=', actionId).select('token').executeTakeFirst())?.token,
    find: async (token) =>
      (await links().where('token', '=', token).select('action_id').executeTakeFirst())?.action_id,
    save: (actionId, token) =>
      once(rows.insertInto('share_links').values({ org_id: orgId, token, action_id: actionId }).execute()),
  };
};

/** One code for each person and action. */
export const referralsOf = ({ rows, orgId }: Organization): ReferralPort => {
  const referrals = () =>
    rows
      .selectFrom('referrals')
      .where('org_id', '=', orgId)
      .select(['code', 'action_id as actionId', 'participant']);
  const first = async (found: ReturnType<typeof referrals>): Promise<Referral | undefined> =>
    found.executeTakeFirst();
  return {
    find: (code) => first(referrals().where('code', '=', code)),
    of: (actionId, participant) =>
      first(referrals().where('action_id', '=', actionId).where('participant', '=', participant)),
    save: ({ code, actionId, participant }) =>
      once(
        rows
          .insertInto('referrals')
          .values({ org_id: orgId, code, action_id: actionId, participant })
          .execute(),
      ),
  };
};

/** Whoever finds that somebody else was faster runs again, and finds what they have made. */
async function once(insert: Promise<unknown>): Promise<void> {
  try {
    await insert;
  } catch (error) {
    throw isDuplicate(error) ? new MetAnother() : error;
  }
}
