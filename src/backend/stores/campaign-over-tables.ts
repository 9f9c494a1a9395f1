import { toAction, type CampaignData } from '../campaign-data-schema.js';
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
    for (const event of data.events) tables.put('events', event);
    putDeliveries(tables, data);
    await changesOver(tables).append([
      { topic: 'actions', actionId: null },
      { topic: 'results', actionId: null },
    ]);
  },
});

/** Each delivery is also an event of the log. */
function putDeliveries(tables: BufferedTables, { deliveries, actions }: CampaignData): void {
  const numbers = new Map(actions.map(({ id }, index) => [id, index]));
  deliveries.forEach((delivery, index) => {
    const { actionId, userId, source, sentAt } = delivery;
    tables.put('deliveries', delivery);
    tables.put('events', {
      id: `delivered-${numbers.get(actionId) ?? 0}-${index}`,
      type: 'delivered',
      actionId,
      participant: `user:${userId}`,
      source,
      occurredAt: sentAt,
      recordedAt: sentAt,
    });
  });
}
