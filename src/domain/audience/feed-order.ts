import type { Id, Timestamp } from '../values/id-schema.js';

/** What the place in the feed depends on. */
export interface FeedEntry {
  readonly id: Id;
  readonly featured: boolean;
  readonly publishedAt: Timestamp | null;
}

/**
 * The order of the feed, for `Array.prototype.sort`: featured first, the newest next, and the id as the last word, so
 * that two readings never differ (INV-8). What has not been published comes last.
 */
export function compareFeedOrder(a: FeedEntry, b: FeedEntry): number {
  if (a.featured !== b.featured) return a.featured ? -1 : 1;
  const [timeA, timeB] = [publishedTime(a), publishedTime(b)];
  if (timeA !== timeB) return timeA > timeB ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

const publishedTime = ({ publishedAt }: FeedEntry): number =>
  publishedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(publishedAt);
