import type { ActionKind } from '../action/action-kind.js';
import type { Id } from '../values/id-schema.js';
import { countDeed } from './count-deed.js';
import { once, onceWhere, type Count } from './counters.js';
import { dayOf } from './day-of.js';
import type { ActionEvent } from './event-schema.js';

type EventOf<T extends ActionEvent['type']> = Extract<ActionEvent, { type: T }>;

/** Whether an event counts towards an action: it is about it, and what was done is what its kind is done by. */
export function isAbout(action: { readonly id: Id; readonly kind: ActionKind }, event: ActionEvent): boolean {
  if (event.actionId !== action.id) return false;
  return !('result' in event) || event.result.kind === action.kind;
}

/** What an event counts each time it happens. What is counted once per person is in `participant-state.ts`. */
export function countEvent(event: ActionEvent): Count[] {
  switch (event.type) {
    case 'performed':
      return [
        once('performs'),
        once(`day/${dayOf(event.occurredAt)}/performs`),
        ...countDeed(event.result, true),
      ];
    case 'noted':
      return countDeed(event.result, false);
    case 'clicked':
      return [once('clicks'), ...(event.network === null ? [] : [once(`clicks/${event.network}`)])];
    case 'converted':
      return [once('conversions'), ...onceWhere({ referrals: event.referrer !== null })];
    case 'messaged':
      return countMessage(event);
    case 'reported':
      return [once('reports'), ...named('tag', event.tagIds), ...named('field', event.fieldIds)];
    case 'delivered':
    case 'seen':
    case 'started':
    case 'opted_out':
      return [];
  }
}

/** A message that failed was attempted but not sent, and is billed with no segments. */
function countMessage({ direction, purpose, state, scriptId, segments }: EventOf<'messaged'>): Count[] {
  if (direction === 'inbound') return [once('responses')];
  if (state === 'failed') return [once('attempts'), once('failures')];
  const isReply = purpose !== 'initial';
  return [
    once('attempts'),
    once(isReply ? 'followUps' : 'initials'),
    ['segments', segments],
    ...(isReply && scriptId !== null ? named('script', [scriptId]) : []),
  ];
}

/** Each id once, however often it is named. */
const named = (of: string, ids: readonly Id[]): Count[] => [...new Set(ids)].map((id) => once(`${of}/${id}`));
