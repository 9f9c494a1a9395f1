import type { CampaignData } from './campaign-data-schema.js';
import type { Store } from './ports.js';

/**
 * Fills a store with a campaign, unless it holds this revision already; what people have done since stays then. Another
 * revision takes the place of everything that the campaign had.
 *
 * @param data - Already checked: `campaignData.parse(json)`.
 * @returns Whether anything was written.
 */
export function seedStore(store: Store, data: CampaignData): Promise<boolean> {
  return store.transaction(data.campaign.id, 'write', async ({ campaign }) => {
    if ((await campaign.revision()) === data.revision) return false;
    await campaign.replace(data);
    return true;
  });
}
