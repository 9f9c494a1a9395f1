import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bucketDays } from '../../../../src/domain/results/bucket-days.js';

const day = (name: string, seen = 1, started = 0, performs = 0) => ({ day: name, seen, started, performs });

describe('the days of a timeline', () => {
  it('shows a day on which nothing happened', () => {
    expect(bucketDays([day('2026-10-31', 3), day('2026-11-02', 2, 1, 1)], 40)).toEqual([
      { from: '2026-10-31', to: '2026-10-31', seen: 3, started: 0, performs: 0 },
      { from: '2026-11-01', to: '2026-11-01', seen: 0, started: 0, performs: 0 },
      { from: '2026-11-02', to: '2026-11-02', seen: 2, started: 1, performs: 1 },
    ]);
  });

  it('puts days together by weeks where there are too many, and the last week may be short', () => {
    const buckets = bucketDays([day('2026-09-01', 1), day('2026-09-07', 2), day('2026-09-16', 4)], 10);
    expect(buckets).toEqual([
      { from: '2026-09-01', to: '2026-09-07', seen: 3, started: 0, performs: 0 },
      { from: '2026-09-08', to: '2026-09-14', seen: 0, started: 0, performs: 0 },
      { from: '2026-09-15', to: '2026-09-16', seen: 4, started: 0, performs: 0 },
    ]);
  });

  it('has nothing to show where nothing happened', () => {
    expect(bucketDays([], 40)).toEqual([]);
  });

  it('never shows more than it may, never loses a figure, and leaves no gap', () => {
    const days = fc.uniqueArray(fc.integer({ min: 18_000, max: 24_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 7, max: 60 }), (numbers, most) => {
        const named = numbers.map((number) =>
          day(new Date(number * 86_400_000).toISOString().slice(0, 10), 2, 1, 3),
        );
        const buckets = bucketDays(named, most);
        expect(buckets.length).toBeLessThanOrEqual(most);
        expect(buckets.reduce((sum, { seen }) => sum + seen, 0)).toBe(2 * numbers.length);
        expect(buckets.reduce((sum, { performs }) => sum + performs, 0)).toBe(3 * numbers.length);
        for (const [index, { from }] of buckets.entries()) {
          const before = buckets[index - 1];
          if (before !== undefined) expect(Date.parse(from) - Date.parse(before.to)).toBe(86_400_000);
        }
      }),
    );
  });
});
