import type { Timestamp } from '../values/id-schema.js';
import { once, onceWhere, type Count } from './counters.js';
import { dayOf } from './day-of.js';
import type { ActionEvent } from './event-schema.js';

/** How far one person has come with one action: the first time of each step, and how often they performed. */
export interface Engagement {
  readonly seenAt: Timestamp | null;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
  readonly performs: number;
}

/** All that has to be known of a person to count them once, whatever comes next. */
export interface ParticipantState extends Engagement {
  readonly delivered: boolean;
  /** Whether they opened the page of an `open_webpage` action, and what they said of it afterwards. */
  readonly opened: boolean;
  readonly finished: boolean;
  readonly notFinished: boolean;
}

export const NEW_PARTICIPANT: ParticipantState = {
  seenAt: null,
  startedAt: null,
  completedAt: null,
  performs: 0,
  delivered: false,
  opened: false,
  finished: false,
  notFinished: false,
};

type Step = 'seenAt' | 'startedAt' | 'completedAt';

/** What an event says of the person: whoever performed has started, and whoever started has seen (INV-37). */
const STEPS: { readonly [T in ActionEvent['type']]?: readonly Step[] } = {
  seen: ['seenAt'],
  noted: ['seenAt'],
  started: ['seenAt', 'startedAt'],
  performed: ['seenAt', 'startedAt', 'completedAt'],
};

/** What is known of a person once this event is known too. The order in which events are told changes nothing. */
export function rememberParticipant(state: ParticipantState, event: ActionEvent): ParticipantState {
  const next: { -readonly [K in keyof ParticipantState]: ParticipantState[K] } = { ...state };
  for (const step of STEPS[event.type] ?? []) next[step] = earliest(next[step], event.occurredAt);
  if (event.type === 'performed') next.performs += 1;
  if (event.type === 'delivered') next.delivered = true;
  if ('result' in event && event.result.kind === 'open_webpage') {
    const { outcome } = event.result;
    next.opened ||= event.type === 'performed';
    next.finished ||= outcome === 'finished';
    next.notFinished ||= outcome === 'not_finished';
  }
  return next;
}

/** What a person counts for, once each. Having finished wins over having said the contrary. */
export function countParticipant(state: ParticipantState): Count[] {
  const { delivered, opened, finished, notFinished, seenAt, startedAt, completedAt } = state;
  return [
    ...onceWhere({
      sentTo: delivered,
      seen: seenAt !== null,
      seenAmongSentTo: delivered && seenAt !== null,
      started: startedAt !== null,
      completed: completedAt !== null,
      openers: opened,
      finished: opened && finished,
      notFinished: opened && notFinished && !finished,
    }),
    ...(seenAt === null ? [] : [once(`day/${dayOf(seenAt)}/seen`)]),
    ...(startedAt === null ? [] : [once(`day/${dayOf(startedAt)}/started`)]),
  ];
}

/** By time, not by text: `…00Z` is before `…00.500Z`. */
function earliest(known: Timestamp | null, other: Timestamp): Timestamp {
  if (known === null) return other;
  const difference = Date.parse(other) - Date.parse(known);
  return difference < 0 || (difference === 0 && other < known) ? other : known;
}
