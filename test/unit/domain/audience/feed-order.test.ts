import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareFeedOrder, type FeedEntry } from '../../../../src/domain/audience/feed-order.js';

const entry = (id: string, publishedAt: string | null, featured = false): FeedEntry => ({
  id,
  publishedAt,
  featured,
});
const order = (entries: FeedEntry[]): string[] => [...entries].sort(compareFeedOrder).map(({ id }) => id);

describe('the order of the feed', () => {
  it('puts what is featured first and the newest next', () => {
    const feed = [
      entry('old', '2026-01-01T00:00:00Z'),
      entry('new', '2026-03-01T00:00:00Z'),
      entry('pinned-old', '2025-01-01T00:00:00Z', true),
      entry('pinned-new', '2026-02-01T00:00:00Z', true),
      entry('never', null),
    ];
    expect(order(feed)).toEqual(['pinned-new', 'pinned-old', 'new', 'old', 'never']);
  });

  it('compares moments, not how they are written', () => {
    const feed = [entry('a', '2026-01-01T00:00:00Z'), entry('b', '2026-01-01T00:00:00.500Z')];
    expect(order(feed)).toEqual(['b', 'a']);
    expect(order([entry('b', '2026-01-01T00:00:00.000Z'), entry('a', '2026-01-01T00:00:00Z')])).toEqual([
      'a',
      'b',
    ]);
  });

  it('is the same however the actions arrive', () => {
    const times = fc.constantFrom(
      null,
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.000Z',
      '2026-01-02T00:00:00Z',
    );
    const feeds = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[A-Za-z0-9_-]{1,3}$/),
        publishedAt: times,
        featured: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    const pairs = feeds.chain((feed) =>
      fc.tuple(fc.constant(feed), fc.shuffledSubarray(feed, { minLength: feed.length })),
    );
    fc.assert(
      fc.property(pairs, ([feed, shuffled]) => {
        expect(order(shuffled)).toEqual(order(feed));
      }),
    );
  });
});
