import { sql } from 'kysely';

import { badCursor, type ChangePort } from '@groundswell/elements/backend';
import { CHANGE_TOPICS, type Change } from '@groundswell/elements/contract';
import type { Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';
import type { Organization } from './organization.js';

const EVERYTHING: readonly Change[] = CHANGE_TOPICS.map((topic) => ({ topic, actionId: null }));

/** The longest snapshot that is handed out as it is: cursors have 500 signs. */
const LONGEST = 450;

/**
 * The log of changes. A cursor is PostgreSQL's own snapshot: which transactions had landed when it was given out. What
 * has landed since is what it could not see, so that nothing is missed, whatever the order in which transactions land,
 * and nobody who writes waits for a number.
 */
export const changesOf = ({ rows, orgId }: Organization): ChangePort => ({
  append: async (changes) => {
    await rows
      .insertInto('changes')
      .values(changes.map(({ topic, actionId }) => ({ org_id: orgId, topic, action_id: actionId })))
      .execute();
  },
  since: async (cursor) => {
    const now = await currentSnapshot(rows, orgId);
    const next = `c${now.text}`;
    if (cursor === undefined) return { cursor: next, changes: [] };
    const seen = readSnapshot(cursor);
    if (seen.xmin < now.keptSince || seen.xmax > now.xmax) return { cursor: next, changes: [...EVERYTHING] };
    const found = await rows
      .selectFrom('changes')
      .where('org_id', '=', orgId)
      .where(sql<boolean>`made_by >= ${seen.xmin.toString()}::xid8`)
      // What no transaction of this server has made was restored from a dump of another one.
      .where(sql<boolean>`made_by < pg_snapshot_xmax(pg_current_snapshot())`)
      .where(sql<boolean>`not pg_visible_in_snapshot(made_by, ${seen.text}::pg_snapshot)`)
      .select(['topic', 'action_id as actionId'])
      .orderBy('id')
      .execute();
    const distinct = new Map(found.map((change) => [`${change.topic}/${change.actionId ?? ''}`, change]));
    return { cursor: next, changes: [...distinct.values()] as Change[] };
  },
});

interface Snapshot {
  readonly text: string;
  readonly xmin: bigint;
  readonly xmax: bigint;
}

async function currentSnapshot(rows: Rows, orgId: Id): Promise<Snapshot & { readonly keptSince: bigint }> {
  const { snapshot, kept } = await sql<{ snapshot: string; kept: string | null }>`
    select pg_current_snapshot()::text as snapshot,
      (select changes_kept_since::text from campaigns where org_id = ${orgId}) as kept
  `
    .execute(rows)
    .then((answer) => answer.rows[0] ?? { snapshot: '1:1:', kept: null });
  const [xmin = '1', xmax = '1'] = snapshot.split(':');
  // With very many transactions at once, some changes are told twice rather than none too few.
  const text = snapshot.length > LONGEST ? `${xmin}:${xmin}:` : snapshot;
  const [keptSince, next] = [BigInt(kept ?? '0'), BigInt(xmax)];
  // A number that this server has not come to yet was restored from a dump of another one.
  return { text, xmin: BigInt(xmin), xmax: next, keptSince: keptSince > next ? 0n : keptSince };
}

/** A snapshot as PostgreSQL writes it, checked so that nobody can hand it one that it chokes on. */
function readSnapshot(cursor: string): Snapshot {
  const [, lowest, highest, list = ''] = /^c(\d{1,18}):(\d{1,18}):((?:\d{1,18},?)*)$/.exec(cursor) ?? [];
  if (lowest === undefined || highest === undefined) throw badCursor();
  const running = list === '' ? [] : list.split(',').map(BigInt);
  const [xmin, xmax] = [BigInt(lowest), BigInt(highest)];
  const isOrdered = running.every(
    (id, index) => id >= xmin && id < xmax && id > (running[index - 1] ?? xmin - 1n),
  );
  if (xmin < 1n || xmin > xmax || !isOrdered || list.endsWith(',')) throw badCursor();
  return { text: cursor.slice(1), xmin, xmax };
}
