import type { Results } from './results-schema.js';

type Day = Results['daily'][number];

/** What happened on consecutive days, the first and last of them included; one day where both are the same. */
export interface DayBucket extends Omit<Day, 'day'> {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The days of a timeline without gaps: a day on which nothing happened is there with zeros. Where there are more than
 * `most` of them, they are put together by weeks, or by as many weeks as it takes. The figures add up to the same.
 */
export function bucketDays(daily: readonly Day[], most: number): DayBucket[] {
  const times = daily.map(({ day }) => Date.parse(day));
  if (times.length === 0) return [];
  const first = Math.min(...times);
  const count = Math.round((Math.max(...times) - first) / DAY) + 1;
  const length = count <= most ? 1 : Math.ceil(count / most / 7) * 7;
  const buckets = Array.from({ length: Math.ceil(count / length) }, (_, index) => ({
    from: dayOf(first + index * length * DAY),
    to: dayOf(first + (Math.min((index + 1) * length, count) - 1) * DAY),
    seen: 0,
    started: 0,
    performs: 0,
  }));
  for (const { day, seen, started, performs } of daily) {
    const bucket = buckets[Math.floor(Math.round((Date.parse(day) - first) / DAY) / length)];
    if (bucket === undefined) continue;
    bucket.seen += seen;
    bucket.started += started;
    bucket.performs += performs;
  }
  return buckets;
}
