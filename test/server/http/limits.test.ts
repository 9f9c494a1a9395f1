import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { contract, type Caller, type OperationName } from '@groundswell/elements/contract';

import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { chooseLimits, DEFAULT_LIMITS, type LimitRules } from '../../../server/src/limits/choose-limits.js';
import { fingerprintAddress, toNetwork } from '../../../server/src/limits/fingerprint-address.js';
import { createFloodGate } from '../../../server/src/limits/flood-gate.js';
import { createRateLimits } from '../../../server/src/limits/rate-limits.js';
import { createPostgresDatabase, databaseKinds } from '../../suites/server/databases.js';
import { asJson, asStaff, asVisitor, type HttpWorld, ORG, openStore, openWorld } from './http-world.js';

const visitor: Caller = { role: 'visitor', campaignId: ORG, language: 'en' };
const volunteer: Caller = { role: 'volunteer', campaignId: ORG, userId: 'v', language: 'en' };
const NOON = new Date('2026-09-01T12:00:00.000Z');

describe('what a call counts towards', () => {
  it.each<[OperationName, Caller, string[]]>([
    ['feed.list', visitor, []],
    ['perform.record', visitor, ['visitor:p']],
    ['perform.record', volunteer, ['person:v']],
    ['signIn.request', visitor, ['sign-in:p']],
    ['signIn.exchange', visitor, ['sign-in:p']],
    ['signIn.exchange', volunteer, ['sign-in:p']],
    ['signIn.end', volunteer, ['person:v']],
  ])('%s by a %o', (name, caller, buckets) => {
    const limits = chooseLimits({ operation: contract[name], caller, place: 'p' }, DEFAULT_LIMITS);
    expect(limits.map(({ bucket }) => bucket)).toEqual(buckets);
  });
});

describe('an address', () => {
  it('is recognized on the same day, not on the next, and by nobody without the secret', () => {
    const print = (address: string, secret = 's', now = NOON) => fingerprintAddress(address, secret, now);
    expect(print('192.0.2.7')).toBe(print('192.0.2.7', 's', new Date('2026-09-01T23:59:59Z')));
    const others = [
      print('192.0.2.8'),
      print('192.0.2.7', 'other'),
      print('192.0.2.7', 's', new Date('2026-09-02T00:00:00Z')),
    ];
    expect(others).not.toContain(print('192.0.2.7'));
    expect(print('192.0.2.7')).toMatch(/^[\w-]{22}$/);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
    ['jane', 'jane'],
  ])('%j counts as %j', (address, network) => {
    expect(toNetwork(address)).toBe(network);
  });
});

describe('the gate in memory', () => {
  it('lets many in at once, then as many as time allows, and others all the while', () => {
    let now = 0;
    const gate = createFloodGate({ max: 10, per: 10 }, () => now);
    const enter = () => gate.enter('192.0.2.7');
    expect(Array.from({ length: 11 }, enter)).toEqual([...Array<number>(10).fill(0), 1]);
    expect(gate.enter('192.0.2.8')).toBe(0);
    now = 1000;
    expect([enter(), enter()]).toEqual([0, 1]);
  });
});

const limited: LimitRules = { ...DEFAULT_LIMITS, visitorWrites: { max: 3, per: 60 } };

describe.each(databaseKinds)('limits kept in $name', ({ isHere, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (isHere) database = await open();
  });
  afterAll(async () => {
    if (isHere) await database.close();
  });

  it.runIf(isHere)('say how long to wait, until the time is over', async () => {
    let now = NOON;
    const limits = createRateLimits({ database, secret: 's', now: () => now });
    const take = () => limits.take('one', [{ bucket: 'b', max: 2, per: 60 }]);
    expect([await take(), await take(), await take()]).toEqual([0, 0, 60]);
    now = new Date('2026-09-01T12:00:59.100Z');
    expect(await take()).toBe(1);
    expect(await limits.take('two', [{ bucket: 'b', max: 2, per: 60 }])).toBe(0);
    now = new Date('2026-09-01T12:01:00.000Z');
    expect(await take()).toBe(0);
  });

  it.runIf(isHere)('count every one of many that come at once', async () => {
    const limits = createRateLimits({ database, secret: 's', now: () => NOON });
    const waits = await Promise.all(
      Array.from({ length: 30 }, () => limits.take('many', [{ bucket: 'b', max: 20, per: 60 }])),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
  });

  it.runIf(isHere)('forget what is over', async () => {
    let now = NOON;
    const limits = createRateLimits({ database, secret: 's', now: () => now });
    for (const bucket of ['a', 'b', 'c']) await limits.take('old', [{ bucket, max: 1, per: 60 }]);
    now = new Date('2026-09-01T13:00:00.000Z');
    await limits.take('old', [{ bucket: 'd', max: 1, per: 60 }]);
    const left = await database.inOrganization('old', 'read', (rows) =>
      rows.selectFrom('rate_limits').select('bucket').execute(),
    );
    expect(left).toEqual([{ bucket: 'd' }]);
  });
});

describe.runIf(databaseKinds[1]!.isHere)('two processes on one database', () => {
  const opened: Database[] = [];
  afterAll(() => Promise.all(opened.map((database) => database.close())));

  it('count together, and keep no address', async () => {
    const url = await createPostgresDatabase();
    const store = await openStore();
    const worlds: HttpWorld[] = [];
    for (let process = 0; process < 2; process += 1) {
      const database = createDatabase(openPostgres({ url }));
      opened.push(database);
      await migrate(database);
      const limits = createRateLimits({ database, secret: 's', now: () => NOON });
      worlds.push(
        await openWorld({ store, parts: { limits }, settings: { limits: limited, trustedProxies: 1 } }),
      );
    }
    const write = (process: number, address = '192.0.2.77') =>
      worlds[process]!.ask(
        '/v1/perform/seen',
        asJson({ actionIds: [] }, { ...asVisitor, 'x-forwarded-for': `10.9.9.9, ${address}` }),
      );
    const statuses = [];
    for (const process of [0, 1, 0, 1]) statuses.push((await write(process)).status);
    expect(statuses.slice(0, 3)).not.toContain(429);
    expect(statuses[3]).toBe(429);
    const refused = await write(0);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toMatchObject({ code: 'rate-limited' });
    expect((await write(0, '192.0.2.78')).status).not.toBe(429);
    const { rows } = await sql<{ bucket: string }>`select bucket from rate_limits`.execute(opened[0]!.owner);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/192|77|10\.9/);
  });
});

describe('whoever floods a process', () => {
  it('waits, while health is answered all the same', async () => {
    const settings = { limits: { ...DEFAULT_LIMITS, requests: { max: 2, per: 60 } } };
    const { ask } = await openWorld({ settings });
    const statuses = [];
    for (let time = 0; time < 3; time += 1)
      statuses.push((await ask('/v1/feed', { headers: asStaff })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await ask('/healthz')).status).toBe(200);
    const refused = await ask('/v1/feed', { headers: { origin: 'https://page.example' } });
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://page.example');
  });
});
