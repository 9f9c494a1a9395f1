import type { CampaignData } from '../../src/backend/index.js';

import type { SeededRandom } from './seeded-random.js';

type EventRow = CampaignData['events'][number];
type WithoutBook<E> = E extends EventRow ? Omit<E, 'id' | 'occurredAt' | 'recordedAt'> : never;

/** An event before it gets its id: what happened, and when in milliseconds. */
export type EventDraft = WithoutBook<EventRow> & { readonly at: number };

export type OutAction = CampaignData['actions'][number];

/** One published action, the time it could be performed in, and who could see it. */
export interface Stage {
  readonly action: OutAction;
  readonly from: number;
  readonly until: number;
  readonly viewerIds: readonly string[];
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Riverbend keeps central time; six hours behind UTC is near enough for invented habits. */
const ZONE = 6 * 60 * MINUTE;
const HOURS = [8, 9, 11, 12, 12, 13, 15, 17, 17, 18, 18, 18, 19, 19, 19, 20, 20, 21] as const;

/** A moment within the stage, more often early than late, in the hours in which people are awake and free. */
export function pickMoment(random: SeededRandom, { from, until }: Pick<Stage, 'from' | 'until'>): number {
  const roughly = from + (until - from) * random.next() ** 1.7;
  const midnight = Math.floor((roughly - ZONE) / DAY) * DAY + ZONE;
  const moment = midnight + random.pick(HOURS) * 60 * MINUTE + random.whole(0, 59) * MINUTE;
  return Math.min(Math.max(moment, from + random.whole(1, 90) * MINUTE), until);
}

/** The same a few minutes later, but not after the stage is over. */
export const soonAfter = (
  random: SeededRandom,
  at: number,
  { until }: Pick<Stage, 'until'>,
  minutes = 12,
): number => Math.min(at + random.whole(1, minutes) * MINUTE, until);
