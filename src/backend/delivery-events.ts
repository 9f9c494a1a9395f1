import type { ActionEvent } from '../domain/results/event-schema.js';
import type { CampaignData } from './campaign-data-schema.js';

/** The events that the deliveries of a written campaign stand for: each delivery is also an entry of the log. */
export function deliveryEvents({ deliveries, actions }: CampaignData): ActionEvent[] {
  const numbers = new Map(actions.map(({ id }, index) => [id, index]));
  return deliveries.map(({ actionId, userId, source, sentAt }, index) => ({
    id: `delivered-${numbers.get(actionId) ?? 0}-${index}`,
    type: 'delivered',
    actionId,
    participant: `user:${userId}`,
    source,
    occurredAt: sentAt,
    recordedAt: sentAt,
  }));
}
