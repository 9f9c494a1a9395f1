import { sql, type SqlBool } from 'kysely';
import * as z from 'zod/mini';

import {
  foldText,
  readCursor,
  writeCursor,
  type LookupPort,
  type LookupRows,
  type Page,
  type PageQuery,
} from '@groundswell/elements/backend';

import type { Organization } from './organization.js';
import { toUser } from './people-port.js';
import { toSqlText } from './sql-text.js';

const position = z.object({ rank: z.number(), name: z.string(), id: z.string() });
type Place = z.infer<typeof position>;
type Named = Exclude<keyof LookupRows, 'users' | 'userLists'>;

/** A row of any of these tables, with where it stands. */
interface Found<T> {
  readonly item: T;
  readonly place: Place;
}

type Pager<T> = (
  organization: Organization,
  query: PageQuery,
  after: Place | undefined,
) => Promise<Found<T>[]>;
type Counter = (organization: Organization, query: PageQuery) => Promise<number>;

/** What can be looked up and referred to by id: from tables of its own, or from the one for all that has only a name. */
export const lookupsOf = (organization: Organization): LookupPort => ({
  page: async <T extends keyof LookupRows>(table: T, query: PageQuery): Promise<Page<LookupRows[T]>> => {
    const { cursor, limit } = query;
    const after = cursor === undefined ? undefined : readCursor(cursor, table, position);
    const { find, count } = sourceOf(table);
    const found = (await find(organization, query, after)) as Found<LookupRows[T]>[];
    const isAll = after === undefined && found.length <= limit;
    const total = isAll ? found.length : await count(organization, query);
    const last = found.at(limit - 1);
    const nextCursor = found.length > limit && last !== undefined ? writeCursor(table, last.place) : null;
    return { items: found.slice(0, limit).map(({ item }) => item), nextCursor, total };
  },
  missing: async (table, ids) => {
    if (ids.length === 0) return [];
    const known = new Set(await sourceOf(table).known(organization, ids));
    return ids.filter((id) => !known.has(id));
  },
});

interface Source {
  readonly find: Pager<unknown>;
  readonly count: Counter;
  readonly known: (organization: Organization, ids: readonly string[]) => Promise<string[]>;
}

function sourceOf(table: keyof LookupRows): Source {
  if (table === 'users') return source('users', findUsers);
  if (table === 'userLists') return source('user_lists', findUserLists);
  return source('lookups', findNamed(table), table);
}

const source = (table: 'users' | 'user_lists' | 'lookups', find: Pager<unknown>, kind?: Named): Source => ({
  find,
  count: async ({ rows, orgId }, { search }) => {
    const { count } = await rows
      .selectFrom(table)
      .where('org_id', '=', orgId)
      .where(isOf(kind))
      .where(matches(search))
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirstOrThrow();
    return count;
  },
  known: async ({ rows, orgId }, ids) => {
    const found = await rows
      .selectFrom(table)
      .where('org_id', '=', orgId)
      .where(isOf(kind))
      .where('id', 'in', [...ids])
      .select('id')
      .execute();
    return found.map(({ id }) => id);
  },
});

const isOf = (kind: Named | undefined) =>
  kind === undefined ? sql<SqlBool>`true` : sql<SqlBool>`kind = ${kind}`;

function matches(search: string) {
  const wanted = toSqlText(foldText(search.trim()));
  return wanted === '' ? sql<SqlBool>`true` : sql<SqlBool>`strpos(search_text, ${wanted}) > 0`;
}

const NAME = sql<string>`sort_text collate "C"`;
const ID = sql<string>`id collate "C"`;

const beyond = (after: Place | undefined) =>
  after === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(${NAME}, ${ID}) > (${toSqlText(after.name)}, ${toSqlText(after.id)})`;

const findUsers: Pager<LookupRows['users']> = async ({ rows, orgId }, { search, limit }, after) => {
  const found = await rows
    .selectFrom('users')
    .where('org_id', '=', orgId)
    .where(matches(search))
    .where(beyond(after))
    .selectAll()
    .orderBy(NAME)
    .orderBy(ID)
    .limit(limit + 1)
    .execute();
  return found.map((row) => ({
    item: toUser(row),
    place: { rank: 0, name: row.sort_text, id: row.id },
  }));
};

const findUserLists: Pager<LookupRows['userLists']> = async ({ rows, orgId }, { search, limit }, after) => {
  const found = await rows
    .selectFrom('user_lists')
    .where('org_id', '=', orgId)
    .where(matches(search))
    .where(beyond(after))
    .select(['id', 'name', 'folder_id', 'sort_text'])
    .select(
      sql<string[]>`array(select user_id from user_list_members as members
        where members.org_id = user_lists.org_id and members.list_id = user_lists.id order by place)`.as(
        'user_ids',
      ),
    )
    .orderBy(NAME)
    .orderBy(ID)
    .limit(limit + 1)
    .execute();
  return found.map((row) => ({
    item: { id: row.id, name: row.name, folderId: row.folder_id, userIds: row.user_ids },
    place: { rank: 0, name: row.sort_text, id: row.id },
  }));
};

/** In the order that they have of themselves, else by name. */
const findNamed =
  (kind: Named): Pager<LookupRows[Named]> =>
  async ({ rows, orgId }, { search, limit }, after) => {
    let page = rows
      .selectFrom('lookups')
      .where('org_id', '=', orgId)
      .where('kind', '=', kind)
      .where(matches(search));
    if (after !== undefined)
      page = page.where(
        sql<SqlBool>`(rank, ${NAME}, ${ID}) > (${after.rank}::float8, ${toSqlText(after.name)}, ${toSqlText(after.id)})`,
      );
    const found = await page
      .selectAll()
      .orderBy('rank')
      .orderBy(NAME)
      .orderBy(ID)
      .limit(limit + 1)
      .execute();
    return found.map((row) => ({
      item: row.body as unknown as LookupRows[Named],
      place: { rank: row.rank, name: row.sort_text, id: row.id },
    }));
  };
