import type { ActionKind } from '../action/action-kind.js';
import type { Id, Timestamp } from '../values/id-schema.js';
import { sumsBelow, type Counters } from './counters.js';
import { presentPerformance } from './present-performance.js';
import { rateOf } from './rates.js';
import type { Frequency, Overview, Results } from './results-schema.js';

/** What an action's counters say, in the order in which it is read. */
export function presentResults(
  { id, kind }: { readonly id: Id; readonly kind: ActionKind },
  counters: Counters,
  asOf: Timestamp,
): Results {
  const sum = (name: string): number => counters.get(name) ?? 0;
  const overview: Overview = {
    sentTo: sum('sentTo'),
    seen: sum('seen'),
    seenAmongSentTo: sum('seenAmongSentTo'),
    started: sum('started'),
    completed: sum('completed'),
    performs: sum('performs'),
    reports: sum('reports'),
  };
  return {
    actionId: id,
    kind,
    asOf,
    overview,
    performance: presentPerformance(kind, counters),
    frequencies: presentFrequencies(counters),
    daily: presentDays(counters),
  };
}

/**
 * How often tags, custom fields and response scripts were used (INV-40): tags and fields as a share of the reports
 * filed, scripts as a share of all replies that were sent, with a script or without. The most used of each come first.
 */
function presentFrequencies(counters: Counters): Frequency[] {
  const whole = { tag: 'reports', field: 'reports', script: 'followUps' } as const;
  return (['tag', 'field', 'script'] as const).flatMap((of) =>
    [...sumsBelow(counters, `${of}/`)]
      .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
      .map(([id, uses]) => ({ of, id, share: rateOf(uses, counters.get(whole[of]) ?? 0) })),
  );
}

/** The days in UTC on which anything happened, the oldest first. The days add up to the overview. */
function presentDays(counters: Counters): Results['daily'] {
  const days = new Map<string, Results['daily'][number]>();
  for (const [name, sum] of sumsBelow(counters, 'day/')) {
    const [day = '', figure] = name.split('/');
    const figures = days.get(day) ?? { day, seen: 0, started: 0, performs: 0 };
    days.set(day, { ...figures, [figure as 'seen' | 'started' | 'performs']: sum });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
