import type { Timestamp } from '../values/id-schema.js';
import type { Engagement } from './engagement.js';
import type { ActionEvent } from './event-schema.js';
import type { Results } from './results-schema.js';
import { selectEvents } from './select-events.js';

type Day = Results['daily'][number];

/**
 * What happened on each day in UTC on which anything happened, the oldest first: who saw and who started for the first
 * time, and all performs. The days add up to the overview.
 */
export function tallyDays(engagements: Iterable<Engagement>, events: readonly ActionEvent[]): Day[] {
  const days = new Map<string, Day>();
  const add = (at: Timestamp | null, figure: 'seen' | 'started' | 'performs') => {
    if (at === null) return;
    const day = new Date(at).toISOString().slice(0, 10);
    const figures = days.get(day) ?? { day, seen: 0, started: 0, performs: 0 };
    figures[figure] += 1;
    days.set(day, figures);
  };
  for (const { seenAt, startedAt } of engagements) {
    add(seenAt, 'seen');
    add(startedAt, 'started');
  }
  for (const { occurredAt } of selectEvents(events, 'performed')) add(occurredAt, 'performs');
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
