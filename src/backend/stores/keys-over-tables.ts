import type { KeyPort } from '../ports.js';
import type { BufferedTables } from './buffered-tables.js';

const DAY = 24 * 60 * 60 * 1000;
/** Days for which a key is kept at least. */
const KEPT_DAYS = 7;

/** Idempotency keys; once a day the old ones are forgotten. */
export const keysOver = (tables: BufferedTables): KeyPort => ({
  claim: async (record) => {
    const known = await tables.get('keys', record.scope);
    if (known !== undefined) return known;
    await prune(tables, Date.parse(record.at));
    tables.put('keys', { ...record, answer: null });
    return undefined;
  },
  answer: async (scope, output) => {
    const record = await tables.get('keys', scope);
    if (record !== undefined) tables.put('keys', { ...record, answer: { output } });
  },
});

async function prune(tables: BufferedTables, now: number): Promise<void> {
  const today = Math.floor(now / DAY);
  const last = await tables.get('counters', 'keys-pruned');
  if (last?.value === today) return;
  for (const row of await tables.all('keys')) {
    if (Date.parse(row.at) < now - KEPT_DAYS * DAY) tables.delete('keys', row);
  }
  tables.put('counters', { name: 'keys-pruned', value: today });
}
