import type { MessageState } from './message-tables.js';

/**
 * What a provider's word for the state of a message makes of ours, by Twilio's list of message statuses
 * (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values). Words may come late, twice or in the
 * wrong order: a message never goes back, and what has arrived has arrived.
 *
 * @returns The new state; undefined where nothing changes.
 */
export function decideMessageState(current: MessageState, reported: string): MessageState | undefined {
  const next = REPORTED.get(reported);
  return next !== undefined && RANK[next] > RANK[current] ? next : undefined;
}

const REPORTED: ReadonlyMap<string, MessageState> = new Map([
  ['sent', 'sent'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
]);

const RANK: Readonly<Record<MessageState, number>> = {
  queued: 0,
  sending: 0,
  dead: 0,
  sent: 1,
  failed: 2,
  delivered: 3,
};
