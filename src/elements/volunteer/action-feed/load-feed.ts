import type { Client } from '../../../contract/client.js';
import { listFeed, type FeedAction } from '../../../contract/calls/feed.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';

export interface FeedFilter {
  readonly kinds: readonly ActionKind[];
  readonly featuredOnly: boolean;
  readonly search: string;
}

/** The first part of the feed, as long as somebody has asked for. */
export interface FeedView {
  readonly filter: FeedFilter;
  readonly items: readonly FeedAction[];
  readonly nextCursor: string | null;
  readonly total: number;
}

const MOST_AT_ONCE = 100;

interface Amount {
  /** How many actions there should be, if there are that many. */
  readonly count: number;
  readonly signal?: AbortSignal;
}

/** The first `count` actions, in as few calls as possible. */
export const loadFeed = (client: Client, filter: FeedFilter, amount: Amount): Promise<FeedView> =>
  extendFeed(client, { filter, items: [], nextCursor: null, total: 0 }, amount);

/** A view and what comes after it; an action that has moved meanwhile stays where it was. */
export async function extendFeed(
  client: Client,
  from: FeedView,
  { count, signal }: Amount,
): Promise<FeedView> {
  let view = from;
  do {
    const { kinds, ...filter } = view.filter;
    const { nextCursor: cursor } = view;
    const limit = Math.min(MOST_AT_ONCE, Math.max(1, count - view.items.length));
    const input = { ...filter, kinds: [...kinds], limit, ...(cursor !== null && { cursor }) };
    const page = await client.call(listFeed, input, signal === undefined ? {} : { signal });
    const known = new Set(view.items.map(({ id }) => id));
    const items = [...view.items, ...page.items.filter(({ id }) => !known.has(id))];
    view = {
      filter: view.filter,
      items,
      nextCursor: page.items.length === 0 ? null : page.nextCursor,
      total: page.total,
    };
  } while (view.nextCursor !== null && view.items.length < count);
  return view;
}
