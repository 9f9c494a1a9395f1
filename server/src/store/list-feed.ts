import { sql, type SqlBool } from 'kysely';
import * as z from 'zod/mini';

import { foldText, readCursor, writeCursor, type FeedQuery, type Page } from '@groundswell/elements/backend';
import { primaryLanguage, timestamp, type Action } from '@groundswell/elements/domain';

import { ACTION_COLUMNS, toAction } from './action-row.js';
import type { Organization } from './organization.js';
import { toSqlText, toSqlTime } from './sql-text.js';

const ORDER = 'feed';
const position = z.object({ featured: z.boolean(), publishedAt: timestamp, id: z.string() });

/**
 * One page of what one person can see without a share link: `decideVisibility` and `decideClosing` as conditions, in
 * the order of `compareFeedOrder`. The conformance suite holds the two against each other.
 */
export async function listFeed(organization: Organization, query: FeedQuery): Promise<Page<Action>> {
  const { cursor, limit } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor, ORDER, position);
  const visible = filter(organization, query);
  let page = visible.select(ACTION_COLUMNS);
  if (after !== undefined) page = page.where(beyond(after));
  const found = await page
    .orderBy('featured', 'desc')
    .orderBy('published_at', 'desc')
    .orderBy(sql`id collate "C"`)
    .limit(limit + 1)
    .execute();
  const items = found.slice(0, limit).map(toAction);
  const isAll = after === undefined && found.length <= limit;
  const { total } = isAll
    ? { total: found.length }
    : await visible.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { items, nextCursor: found.length > limit ? placeOf(items.at(-1)) : null, total };
}

function filter({ rows, orgId }: Organization, query: FeedQuery) {
  const { viewer, now, kinds, featuredOnly, search } = query;
  let found = rows
    .selectFrom('actions')
    .where('org_id', '=', orgId)
    .where('status', '=', 'published')
    .where((is) => is.or([is('closes_at', 'is', null), is('closes_at', '>', now.toISOString())]))
    .where(isReached(orgId, viewer.userId))
    .where(sql<SqlBool>`(district_ids = '{}' or district_ids && ${[...viewer.districtIds]}::text[])`)
    .where(sql<SqlBool>`(languages = '{}' or ${primaryLanguage(viewer.language)} = any(languages))`);
  if (featuredOnly) found = found.where('featured', '=', true);
  if (kinds.length > 0) found = found.where('kind', 'in', [...kinds]);
  const wanted = toSqlText(foldText(search.trim()));
  return wanted === '' ? found : found.where(sql<SqlBool>`strpos(search_text, ${wanted}) > 0`);
}

const isReached = (orgId: string, userId: string | null) =>
  userId === null
    ? sql<SqlBool>`visibility = 'public'`
    : sql<SqlBool>`(visibility = 'public' or exists (
        select 1 from deliveries
        where deliveries.org_id = ${orgId} and deliveries.action_id = actions.id and deliveries.user_id = ${userId}))`;

const placeOf = (action: Action | undefined): string | null =>
  action === undefined
    ? null
    : writeCursor(ORDER, { featured: action.featured, publishedAt: action.publishedAt, id: action.id });

/** Everything that comes after a place: less featured, else older, else the next id. */
const beyond = ({ featured, publishedAt, id }: z.infer<typeof position>) => {
  const time = sql`${toSqlTime(publishedAt)}::timestamptz`;
  return sql<SqlBool>`(featured < ${featured} or (featured = ${featured} and (published_at < ${time}
    or (published_at = ${time} and id collate "C" > ${toSqlText(id)}))))`;
};
