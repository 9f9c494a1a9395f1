import { seedStore, type CampaignData, type Store } from '@groundswell/elements/backend';
import type { Id } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';

/** Marks in a revision since when the demonstration has been as it was in the beginning. */
const SINCE = '@';

/**
 * Fills the demonstration, unless it holds this campaign already: what people have done since stays then.
 *
 * @param data - Told from `now`, which is new each time; its revision names the campaign and not the moment.
 */
export async function ensureCampaign(store: Store, data: CampaignData, now: Date): Promise<void> {
  const orgId = data.campaign.id;
  const known = await store.transaction(orgId, 'read', ({ campaign }) => campaign.revision());
  if (known?.split(SINCE)[0] !== data.revision) await refillCampaign(store, data, now);
}

/** Forgets everything that was done, and begins again. */
export const refillCampaign = (store: Store, data: CampaignData, now: Date): Promise<boolean> =>
  seedStore(store, { ...data, revision: `${data.revision}${SINCE}${now.toISOString()}` });

/** What the pages of a demonstration show by themselves: the campaign, who one can be, and where links lead. */
export const describeCampaign = (database: Database, orgId: Id): Promise<object> =>
  database.inOrganization(orgId, 'read', async (rows) => {
    const { body: campaign } = await rows
      .selectFrom('campaigns')
      .where('org_id', '=', orgId)
      .select('body')
      .executeTakeFirstOrThrow();
    const users = await rows
      .selectFrom('users')
      .where('org_id', '=', orgId)
      .select(['id', 'first_name as firstName', 'last_name as lastName', 'role', 'language'])
      .orderBy('id')
      .execute();
    const actions = await rows
      .selectFrom('actions')
      .where('org_id', '=', orgId)
      .select(['id', 'status', 'visibility'])
      .orderBy('created_at')
      .execute();
    const shareLinks = await rows
      .selectFrom('share_links')
      .where('org_id', '=', orgId)
      .select('token')
      .execute();
    return { campaign, users, actions, shareLinks };
  });
