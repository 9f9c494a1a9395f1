import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { seedStore } from '@groundswell/elements/backend';
import { RIVERBEND_PEOPLE, riverbend } from '@groundswell/elements/mocks/riverbend';

import type { Database } from '../../../server/src/database/database.js';
import { createPublishableKey } from '../../../server/src/identity/publishable-keys.js';
import { createPostgresStore } from '../../../server/src/store/create-store.js';
import { exportOrganization } from '../../../server/src/transfer/export-organization.js';
import { EXTRA_TABLES } from '../../../server/src/transfer/extra-tables.js';
import { importOrganization, OrganizationExists } from '../../../server/src/transfer/import-organization.js';
import { databaseKinds } from '../../suites/server/databases.js';

const NOW = new Date('2026-11-03T15:00:00.000Z');
const kind = databaseKinds.find(({ name, isHere }) => isHere && name === 'PostgreSQL') ?? databaseKinds[0]!;

/** What an organization begins anew elsewhere, because it ends by itself, or is about this installation alone. */
const LEFT_OUT = [
  ...['sessions', 'refresh_chains', 'sign_in_codes', 'messages', 'inbound_messages', 'changes'],
  ...['signing_keys', 'rate_limits'],
];
/** What comes of a campaign file, and of the log. */
const OF_CAMPAIGN = [
  ...['campaigns', 'users', 'user_lists', 'user_list_members', 'lookups', 'actions', 'deliveries'],
  ...['share_links', 'events', 'event_ids', 'result_states', 'result_counters'],
];

let source: Database;
let target: Database;
let lines: string[];

async function* from(texts: readonly string[]): AsyncGenerator<string> {
  yield* await Promise.resolve(texts);
}

const importInto = (database: Database, texts: readonly string[], replaces = false) =>
  importOrganization({ database, openLines: () => from(texts), replaces });

const exportFrom = async (database: Database): Promise<string[]> => {
  const written: string[] = [];
  await exportOrganization({ database, orgId: 'riverbend', write: (line) => void written.push(line) });
  return written;
};

/** Every row of a table in one order, sums over their shards. */
const readTable = (database: Database, table: string): Promise<unknown[]> =>
  database.inOrganization('riverbend', 'read', async (rows) => {
    const { rows: found } = await sql<{ row: Record<string, unknown> }>`
      select row_to_json(found) as row from ${sql.table(table)} as found
    `.execute(rows);
    const texts = found.map(({ row: { changes_kept_since: _, ...row } }) => JSON.stringify(row));
    return texts.sort();
  });

beforeAll(async () => {
  source = await kind.open();
  target = await kind.open();
  const store = createPostgresStore(source, { messages: () => ({ add: () => Promise.resolve() }) });
  await seedStore(store, riverbend({ now: NOW, eventCount: 1500 }));
  await store.transaction('riverbend', 'write', async ({ people, referrals, keys }) => {
    const organizer = await people.find(RIVERBEND_PEOPLE.organizer);
    await people.save({ ...organizer!, firstName: 'Otis\u2028"the \\ river" 🌊\u2029' });
    await referrals.save({
      code: 'code-of-marigold-finch',
      actionId: 'petition-crossing',
      participant: `user:${RIVERBEND_PEOPLE.volunteer}`,
    });
    await keys.claim({ scope: 'u/k', fingerprint: 'f', at: NOW.toISOString() });
    await keys.answer('u/k', { id: 'a', list: [1, null, 'two'] });
  });
  await createPublishableKey({ database: source, now: () => NOW }, 'riverbend', [
    'https://lantern.example.org',
  ]);
  lines = await exportFrom(source);
});
afterAll(async () => {
  await source.close();
  await target.close();
});

describe('an organization that moves', () => {
  it('is on every line of its export by name, and the last line says how many there are', () => {
    expect(lines.length).toBeGreaterThan(1500);
    expect(JSON.parse(lines.at(-1)!)).toEqual({ end: { lines: lines.length } });
    expect(
      lines.every(
        (line) => !/[\n\r\u2028\u2029]/.test(line) && Object.keys(JSON.parse(line) as object).length === 1,
      ),
    ).toBe(true);
  });

  it('arrives row by row as it was, with its results counted alike', async () => {
    expect(await importInto(target, lines)).toBe('riverbend');
    for (const table of [...OF_CAMPAIGN.filter((name) => name !== 'result_counters'), ...EXTRA_TABLES]) {
      const before = await readTable(source, table);
      expect([table, await readTable(target, table)]).toEqual([table, before]);
    }
    const sums = (database: Database) =>
      database.inOrganization('riverbend', 'read', async (rows) => {
        const { rows: found } = await sql`
          select action_id, name, sum(value)::int as value from result_counters
          group by action_id, name having sum(value) <> 0 order by action_id, name collate "C"`.execute(rows);
        return found;
      });
    expect(await sums(target)).toEqual(await sums(source));
    expect(await exportFrom(target)).toEqual(lines);
  });

  it('is not written over unless somebody says so', async () => {
    await expect(importInto(target, lines)).rejects.toBeInstanceOf(OrganizationExists);
    await importInto(target, lines, true);
    expect(await exportFrom(target)).toEqual(lines);
  });

  it.each<[what: string, damage: (texts: string[]) => string[], line: RegExp]>([
    ['was cut off', (texts) => texts.slice(0, -5), /is missing: this is not a whole export/],
    ['lacks a line', (texts) => texts.filter((_, at) => at !== 700), /counts other lines/],
    ['has a line that is not JSON', (texts) => texts.with(30, '{"users":'), /is not JSON/],
    ['has an entry that is wrong', (texts) => texts.with(-2, '{"users":{}}'), /comes too late/],
    ['has a list that nobody knows', (texts) => texts.with(40, '{"surprises":{}}'), /nothing that is known/],
    ['is something else', () => ['{"revision":"1"}'], /not the start of an export/],
  ])('does not arrive at all when the export %s', async (_, damage, words) => {
    const before = await exportFrom(target);
    await expect(importInto(target, damage(lines), true)).rejects.toThrow(words);
    expect(await exportFrom(target)).toEqual(before);
  });

  it('takes along every table that there is, or leaves it out on purpose', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns as c join pg_class on relname = table_name
      where column_name = 'org_id' and table_schema = 'public' and not relispartition`.execute(source.owner);
    const known = [...OF_CAMPAIGN, ...EXTRA_TABLES, ...LEFT_OUT];
    expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});
