import { CHANGE_TOPICS } from '../../contract/change-topic.js';
import type { Change } from '../../contract/changes.js';
import type { ChangePort } from '../ports.js';
import type { BufferedTables } from './buffered-tables.js';
import { badCursor } from './cursor.js';

/** How many changes are kept; whoever has missed more loads everything again. */
const KEPT = 1000;
const EVERYTHING: readonly Change[] = CHANGE_TOPICS.map((topic) => ({ topic, actionId: null }));

/** The log of changes, numbered from one on. */
export const changesOver = (tables: BufferedTables): ChangePort => ({
  append: async (changes) => {
    let seq = await lastOf(tables);
    for (const change of changes) {
      seq += 1;
      tables.put('changes', { ...change, seq });
      const old = await tables.get('changes', String(seq - KEPT).padStart(15, '0'));
      if (old !== undefined) tables.delete('changes', old);
    }
    tables.put('counters', { name: 'changes', value: seq });
  },
  since: async (cursor) => {
    const last = await lastOf(tables);
    const next = `c${last}`;
    if (cursor === undefined) return { cursor: next, changes: [] };
    const from = readCursor(cursor);
    if (from > last || from < last - KEPT) return { cursor: next, changes: [...EVERYTHING] };
    const newer = from === last ? [] : (await tables.all('changes')).filter(({ seq }) => seq > from);
    return { cursor: next, changes: distinct(newer) };
  },
});

const lastOf = async (tables: BufferedTables): Promise<number> =>
  (await tables.get('counters', 'changes'))?.value ?? 0;

function readCursor(cursor: string): number {
  if (!/^c\d{1,15}$/.test(cursor)) throw badCursor();
  return Number(cursor.slice(1));
}

const distinct = (changes: readonly Change[]): Change[] => [
  ...new Map(
    changes.map(({ topic, actionId }) => [`${topic}/${actionId ?? ''}`, { topic, actionId }]),
  ).values(),
];
