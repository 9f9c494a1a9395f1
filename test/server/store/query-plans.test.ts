import { afterAll, beforeAll, describe, expect, it, inject } from 'vitest';

import { createBackend, type Backend } from '../../../src/backend/index.js';
import type { Caller } from '../../../src/contract/caller.js';
import type { OperationName } from '../../../src/contract/contract.js';
import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import type { PoolConnection } from '../../../server/src/database/pool.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { createPostgresDatabase } from '../../suites/server/databases.js';
import { fillBusy } from '../../suites/server/fill-busy.js';
import { recordStatements, type Statement } from '../../suites/server/record-statements.js';
import { storeOver } from '../../suites/server/store-world.js';

const EVENTS = 1_000_000;
const orgId = 'busy';
const staff: Caller = { role: 'staff', campaignId: orgId, userId: 'user-1', language: 'en' };
const volunteer: Caller = { role: 'volunteer', campaignId: orgId, userId: 'user-2', language: 'en' };
const visitor: Caller = { role: 'visitor', campaignId: orgId, guestId: 'guest', language: 'en' };

/** What people do all day. */
const HOT_PATHS: readonly (readonly [OperationName, Caller, object])[] = [
  ['session.get', volunteer, {}],
  ['feed.list', volunteer, {}],
  ['feed.list', visitor, { limit: 100 }],
  ['feed.get', volunteer, { id: 'action-3' }],
  ['perform.seen', volunteer, { actionIds: ['action-3', 'action-6', 'action-7'] }],
  ['perform.start', volunteer, { actionId: 'action-3' }],
  [
    'perform.record',
    volunteer,
    { actionId: 'action-3', result: { kind: 'open_webpage', outcome: 'opened' } },
  ],
  ['links.referral', volunteer, { actionId: 'action-3' }],
  ['links.share', staff, { actionId: 'action-3' }],
  ['actions.list', staff, {}],
  ['actions.list', staff, { sort: 'title', descending: false, statuses: ['draft'] }],
  ['actions.list', staff, { sort: 'publish_at' }],
  ['actions.get', staff, { id: 'action-3' }],
  ['results.get', staff, { actionId: 'action-3' }],
  ['lookups.users', staff, {}],
  ['lookups.userLists', staff, {}],
  ['lookups.tags', staff, {}],
  ['changes.list', staff, { cursor: 'c100:100:' }],
];

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Tables that grow. The others are small in any organization, and reading them whole is right. */
const GROWING =
  /^(users|actions|deliveries|events|event_ids|result_states|result_counters|idempotency_keys|changes)/;

const scansIn = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && GROWING.test(plan['Relation Name'] ?? '')
    ? [plan['Relation Name'] ?? '']
    : []),
  ...(plan.Plans ?? []).flatMap(scansIn),
];

describe('with a million events', () => {
  if (inject('postgresUrl') === '') {
    it.skip('is not looked at: PostgreSQL is not installed here');
    return;
  }
  let database: Database;
  let connection: PoolConnection;
  let backend: Backend;
  let statements: Statement[];

  beforeAll(async () => {
    const postgres = openPostgres({ url: await createPostgresDatabase(), connections: 3 });
    const recorded = recordStatements(postgres);
    statements = recorded.statements;
    database = createDatabase(recorded.pool);
    await migrate(database);
    await fillBusy(database, { orgId, users: 10_000, actions: 10_000, events: EVENTS });
    // An organization is never alone: where it were most of a table, reading the whole table would be right.
    await fillBusy(database, { orgId: 'elsewhere', users: 40_000, actions: 30_000, events: 1000 });
    // One connection aside, of which nothing is recorded.
    connection = await postgres.connect();
    backend = createBackend({
      store: storeOver(database),
      now: () => new Date('2026-09-01T12:00:00.000Z'),
      newId: () => crypto.randomUUID(),
      links: { web: 'https://vote.example/act?share={token}' },
    });
  }, 180_000);
  afterAll(async () => {
    connection.release();
    await database.close();
  });

  async function explain({ sql, parameters }: Statement): Promise<Plan> {
    await connection.query(
      `begin; set local role groundswell_app; set local groundswell.org_id = '${orgId}'`,
      [],
    );
    try {
      const answer = await connection.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (format json) ${sql}`,
        parameters,
      );
      return answer.rows[0]!['QUERY PLAN'][0].Plan;
    } finally {
      await connection.query('rollback', []);
    }
  }

  it.each(HOT_PATHS)('%s by %o reads no growing table from end to end', async (name, caller, input) => {
    statements.length = 0;
    await backend.dispatch(caller, name, input, { key: crypto.randomUUID() });
    const asked = statements.filter(({ sql }) => /^\s*(select|insert|update|with)/i.test(sql));
    expect(asked.length).toBeGreaterThan(0);
    for (const statement of asked)
      expect({ sql: statement.sql, scans: scansIn(await explain(statement)) }).toEqual({
        sql: statement.sql,
        scans: [],
      });
  });

  it('would be noticed where one did', async () => {
    const plan = await explain({ sql: `select * from events where body::text like $1`, parameters: ['%x%'] });
    expect(scansIn(plan).length).toBeGreaterThan(0);
  });
});
