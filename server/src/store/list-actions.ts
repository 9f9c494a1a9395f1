import { sql } from 'kysely';
import * as z from 'zod/mini';

import { foldText, readCursor, writeCursor, type ActionQuery } from '@groundswell/elements/backend';
import type { ActionList } from '@groundswell/elements/contract';
import { ACTION_STATUSES, timestamp, type ActionStatus } from '@groundswell/elements/domain';

import { ACTION_COLUMNS, toAction } from './action-row.js';
import type { Organization } from './organization.js';
import { toSqlText, toSqlTime } from './sql-text.js';

const position = z.object({ value: z.string(), id: z.string() });

/** What each order goes by; what has no time yet comes before all times. */
const SORT_COLUMNS = {
  updated: sql<string>`updated_at`,
  created: sql<string>`created_at`,
  title: sql<string>`sort_text collate "C"`,
  publish_at: sql<string>`shown_at`,
} as const satisfies { readonly [S in ActionQuery['sort']]: unknown };

/** One page of an organization's actions for those who organize, and how many there are in each status. */
export async function listActions(organization: Organization, query: ActionQuery): Promise<ActionList> {
  const { cursor, limit, sort, descending } = query;
  const order = `actions-${sort}-${descending ? 'down' : 'up'}`;
  const after = cursor === undefined ? undefined : readCursor(cursor, order, position);
  const wanted = query.statuses.length === 0 ? UNDELETED : query.statuses;
  const counts = await countStatuses(organization, query);
  const column = SORT_COLUMNS[sort];
  const id = sql<string>`id collate "C"`;
  const direction = descending ? 'desc' : 'asc';
  let page = filter(organization, query)
    .where('status', 'in', [...wanted])
    .select(ACTION_COLUMNS)
    .select(column.as('place'));
  if (after !== undefined) page = page.where(beyond({ column, id, descending }, { ...after, sort }));
  const found = await page
    .orderBy(column, direction)
    .orderBy(id, direction)
    .limit(limit + 1)
    .execute();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const goesOn = found.length > limit && last !== undefined;
  return {
    items: items.map(toAction),
    nextCursor: goesOn ? writeCursor(order, { value: last.place, id: last.id }) : null,
    total: wanted.reduce((sum, status) => sum + counts[status], 0),
    counts,
  };
}

const UNDELETED: readonly ActionStatus[] = ACTION_STATUSES.filter((status) => status !== 'deleted');

function filter({ rows, orgId }: Organization, { kinds, folderId, search }: ActionQuery) {
  let found = rows.selectFrom('actions').where('org_id', '=', orgId);
  if (kinds.length > 0) found = found.where('kind', 'in', [...kinds]);
  if (folderId !== undefined) found = found.where(sql<boolean>`${folderId} = any(folder_ids)`);
  const wanted = toSqlText(foldText(search.trim()));
  return wanted === '' ? found : found.where(sql<boolean>`strpos(search_text, ${wanted}) > 0`);
}

async function countStatuses(
  organization: Organization,
  query: ActionQuery,
): Promise<Record<ActionStatus, number>> {
  const counted = await filter(organization, query)
    .groupBy('status')
    .select(['status', sql<number>`count(*)`.as('count')])
    .execute();
  const counts = Object.fromEntries(counted.map(({ status, count }) => [status, count]));
  return { draft: 0, scheduled: 0, published: 0, closed: 0, deleted: 0, ...counts };
}

interface Sorting {
  readonly column: ReturnType<typeof sql<string>>;
  readonly id: ReturnType<typeof sql<string>>;
  readonly descending: boolean;
}

/** Everything that comes after a place in the list. A time that is none was not written by us. */
function beyond(
  { column, id, descending }: Sorting,
  { value, id: lastId, sort }: z.infer<typeof position> & Pick<ActionQuery, 'sort'>,
) {
  const place = sort === 'title' ? sql`${toSqlText(value)}` : sql`${toPlace(value)}::timestamptz`;
  const last = sql`(${place}, ${toSqlText(lastId)})`;
  return descending ? sql<boolean>`(${column}, ${id}) < ${last}` : sql<boolean>`(${column}, ${id}) > ${last}`;
}

const toPlace = (value: string): string =>
  timestamp.safeParse(value).success ? toSqlTime(value) : '-infinity';
