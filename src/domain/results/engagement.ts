import type { Timestamp } from '../values/id-schema.js';
import type { ActionEvent, Participant } from './event-schema.js';
import { uniqueEvents } from './unique-events.js';

/** How far one person has come with one action: the first time of each step, and how often they performed. */
export interface Engagement {
  readonly seenAt: Timestamp | null;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
  readonly performs: number;
}

type Step = 'seenAt' | 'startedAt' | 'completedAt';

/** What an event says of the person: whoever performed has started, and whoever started has seen (INV-37). */
const STEPS: { readonly [T in ActionEvent['type']]?: readonly Step[] } = {
  seen: ['seenAt'],
  noted: ['seenAt'],
  started: ['seenAt', 'startedAt'],
  performed: ['seenAt', 'startedAt', 'completedAt'],
};

/** How far one person has come, from the events of one action in any order; events of others are passed over. */
export const engagementOf = (events: Iterable<ActionEvent>, participant: Participant): Engagement =>
  tallyEngagements(uniqueEvents(events)).get(participant) ?? nowhere();

/**
 * How far each person has come, from the events of one action, each once. Whoever did nothing but receive it, click or
 * exchange messages is not among them.
 */
export function tallyEngagements(events: readonly ActionEvent[]): Map<Participant, Engagement> {
  const engagements = new Map<Participant, { -readonly [K in keyof Engagement]: Engagement[K] }>();
  for (const event of events) {
    const steps = STEPS[event.type];
    if (steps === undefined) continue;
    const engagement = engagements.get(event.participant) ?? nowhere();
    for (const step of steps) engagement[step] = earliest(engagement[step], event.occurredAt);
    if (event.type === 'performed') engagement.performs += 1;
    engagements.set(event.participant, engagement);
  }
  return engagements;
}

const nowhere = () => ({
  seenAt: null as Timestamp | null,
  startedAt: null as Timestamp | null,
  completedAt: null as Timestamp | null,
  performs: 0,
});

/** By time, not by text: `…00Z` is before `…00.500Z`. */
function earliest(known: Timestamp | null, other: Timestamp): Timestamp {
  if (known === null) return other;
  const difference = Date.parse(other) - Date.parse(known);
  return difference < 0 || (difference === 0 && other < known) ? other : known;
}
