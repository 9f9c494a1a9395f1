import { toAction } from '../campaign-data-schema.js';
import { deliveryEvents } from '../delivery-events.js';
import type { CampaignPort } from '../ports.js';
import type { BufferedTables } from './buffered-tables.js';
import { changesOver } from './changes-over-tables.js';
import { TABLE_NAMES, type TableName } from './tables.js';

/** What stays when a campaign is filled anew: cursors of those who listen go on counting. */
const KEPT: readonly TableName[] = ['changes', 'counters'];
const LOOKUPS = ['users', 'userLists', 'contactLists', 'folders', 'districts', 'tags', 'fields'] as const;

/** The campaign itself, and filling it. */
export const campaignOver = (tables: BufferedTables): CampaignPort => ({
  get: async () => (await tables.get('campaigns', 'campaign'))?.campaign,
  revision: async () => (await tables.get('campaigns', 'campaign'))?.revision,
  replace: async (data) => {
    for (const table of TABLE_NAMES.filter((name) => !KEPT.includes(name))) {
      for (const row of await tables.all(table)) tables.delete(table, row);
    }
    tables.put('campaigns', { campaign: data.campaign, revision: data.revision });
    for (const table of LOOKUPS) for (const row of data[table]) tables.put(table, row);
    for (const entry of data.actions) tables.put('actions', toAction(entry, data.campaign.id));
    for (const row of data.shareLinks) tables.put('shareLinks', row);
    for (const row of data.deliveries) tables.put('deliveries', row);
    for (const event of [...data.events, ...deliveryEvents(data)]) tables.put('events', event);
    await changesOver(tables).append([
      { topic: 'actions', actionId: null },
      { topic: 'results', actionId: null },
    ]);
  },
});
