import * as z from 'zod/mini';

import type { ActionList } from '../../contract/actions.js';
import type { Action, ActionStatus } from '../../domain/action/action-schema.js';
import { decideClosing } from '../../domain/action/closing.js';
import { compareFeedOrder } from '../../domain/audience/feed-order.js';
import { decideVisibility } from '../../domain/audience/visibility.js';
import type { ActionQuery, FeedQuery, Page } from '../ports.js';
import { matchesSearch, sortText } from './fold-text.js';
import { pageRows, type Order } from './page-rows.js';

interface Place {
  readonly value: string;
  readonly id: string;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const instant = (time: string | null): string => (time === null ? '' : new Date(time).toISOString());

const SORT_VALUES: { readonly [S in ActionQuery['sort']]: (action: Action) => string } = {
  updated: (action) => instant(action.updatedAt),
  created: (action) => instant(action.createdAt),
  title: (action) => sortText(action.content.title),
  publish_at: (action) => instant(action.schedule?.publishAt ?? action.publishedAt),
};

/** One page of a campaign's actions for those who organize. */
export function listActions(actions: readonly Action[], query: ActionQuery): ActionList {
  const found = actions.filter((action) => isWanted(action, query));
  const counts: Record<ActionStatus, number> = {
    draft: 0,
    scheduled: 0,
    published: 0,
    closed: 0,
    deleted: 0,
  };
  for (const action of found) counts[action.status] += 1;
  const wanted = query.statuses.length === 0 ? UNDELETED : query.statuses;
  const rows = found.filter((action) => wanted.includes(action.status));
  return { ...pageRows(rows, actionOrder(query), query), counts };
}

const UNDELETED: readonly ActionStatus[] = ['draft', 'scheduled', 'published', 'closed'];

function isWanted({ content }: Action, { kinds, folderId, search }: ActionQuery): boolean {
  if (kinds.length > 0 && !kinds.includes(content.kind)) return false;
  if (folderId !== undefined && !content.folderIds.includes(folderId)) return false;
  return matchesSearch(search, [content.title, content.description]);
}

function actionOrder({ sort, descending }: Pick<ActionQuery, 'sort' | 'descending'>): Order<Action, Place> {
  const direction = descending ? -1 : 1;
  return {
    name: `actions-${sort}-${descending ? 'down' : 'up'}`,
    position: z.object({ value: z.string(), id: z.string() }),
    positionOf: (action) => ({ value: SORT_VALUES[sort](action), id: action.id }),
    compare: (a, b) => direction * (compareText(a.value, b.value) || compareText(a.id, b.id)),
  };
}

type FeedPlace = Pick<Action, 'featured' | 'publishedAt' | 'id'>;

const feedOrder: Order<Action, FeedPlace> = {
  name: 'feed',
  position: z.object({ featured: z.boolean(), publishedAt: z.nullable(z.string()), id: z.string() }),
  positionOf: ({ featured, publishedAt, id }) => ({ featured, publishedAt, id }),
  compare: compareFeedOrder,
};

/** One page of what one person can see; `delivered` are the actions that were sent to them. */
export function listFeed(
  published: readonly Action[],
  delivered: ReadonlySet<string>,
  query: FeedQuery,
): Page<Action> {
  const { viewer, now, kinds, featuredOnly, search } = query;
  const rows = published.filter(
    (action) =>
      decideClosing(action, now).state !== 'closed' &&
      (!featuredOnly || action.featured) &&
      (kinds.length === 0 || kinds.includes(action.content.kind)) &&
      decideVisibility(action, viewer, { delivered: delivered.has(action.id), byShareLink: false }).ok &&
      matchesSearch(search, [action.content.title, action.content.description]),
  );
  return pageRows(rows, feedOrder, query);
}
