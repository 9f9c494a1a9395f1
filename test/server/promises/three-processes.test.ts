import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { conformanceCases, runCase } from '../../../src/conformance.js';
import * as contract from '../../../src/contract/index.js';
import type { ClientError } from '../../../src/contract/client-error.js';
import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { startConformanceServer, type ConformanceServer } from '../../suites/server/conformance-server.js';
import { createPostgresDatabase } from '../../suites/server/databases.js';
import { startThreeServers, type ThreeServers } from '../../suites/server/three-servers.js';
import { newAction } from '../http/http-world.js';
import { EventReader } from '../live/event-reader.js';

const isHere = inject('postgresUrl') !== '';
const newKey = () => crypto.randomUUID();

describe.runIf(isHere)('three servers on one PostgreSQL', () => {
  let three: ThreeServers;
  beforeAll(async () => {
    three = await startThreeServers();
  });
  afterAll(() => three.close());

  it('show at once what was written on another one', async () => {
    for (const writer of three.all) {
      const { id } = await writer.client('staff-1').call(contract.createAction, newAction, { key: newKey() });
      for (const reader of three.all) {
        const found = await reader.client('staff-1').call(contract.getAction, { id });
        expect(found.content.title).toBe(newAction.content.title);
      }
    }
  });

  it('answer a key that another one has heard with the same answer, and run it once', async () => {
    const key = newKey();
    const answers = await Promise.all(
      three.all.map((one) => one.client('staff-1').call(contract.createAction, newAction, { key })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('refuse a change that is older than one that was made on another one', async () => {
    const [first, second, third] = three.all.map((one) => one.client('staff-1'));
    const { id, version } = await first!.call(contract.createAction, newAction, { key: newKey() });
    const content = { ...newAction.content, title: 'Changed on the second' };
    await second!.call(contract.updateAction, { id, version, content });
    await expect(third!.call(contract.updateAction, { id, version, content })).rejects.toMatchObject({
      code: 'version-conflict',
      details: { current: { version: version + 1, content: { title: 'Changed on the second' } } },
    });
  });

  it('tell whoever listens to one what happens on another one', async () => {
    const [first, ...others] = three.all;
    const readers = await Promise.all(
      others.map(async ({ url }) => {
        const headers = { ...(await three.headersOf('staff-1')), accept: 'text/event-stream' };
        const response = await fetch(`${url}/v1/changes/stream`, { headers });
        const reader = new EventReader(response.body!);
        await reader.until(({ events }) => events.length > 0);
        return reader;
      }),
    );
    const { id } = await first.client('staff-1').call(contract.createAction, newAction, { key: newKey() });
    for (const reader of readers) {
      await reader.until(({ events }) =>
        events.some(({ changes }) => changes.some(({ actionId }) => actionId === id)),
      );
      await reader.leave();
    }
    expect(readers).toHaveLength(2);
  });

  it('refuse at once whoever has signed out on another one', async () => {
    const headers = await three.headersOf('volunteer-2');
    const ask = async () =>
      Promise.all(three.all.map(async ({ url }) => (await fetch(`${url}/v1/session`, { headers })).status));
    expect(await ask()).toEqual([200, 200, 200]);
    await three.all[1].client('volunteer-2').call(contract.endSession, {});
    expect(await ask()).toEqual([401, 401, 401]);
  });

  it('count together how often somebody asks for codes', async () => {
    const asked = Array.from({ length: 30 }, (_, number) => number);
    const ask = (number: number) =>
      three.all[number % 3]!.client()
        .call(contract.requestCode, { email: `asks-${number}@people.example` }, { key: newKey() })
        .then(
          () => 'sent',
          (error: unknown) => (error as ClientError).code,
        );
    // Windows end at full ten minutes: counting begins in a new one.
    three.setClock(new Date('2026-11-01T12:00:00.000Z'));
    const first = [];
    for (const number of asked) first.push(await ask(number));
    expect(new Set(first)).toEqual(new Set(['sent']));
    expect([await ask(30), await ask(31), await ask(32)]).toEqual(Array(3).fill('rate-limited'));
  });

  it('publish what is scheduled once, whichever looks first', async () => {
    three.setClock(new Date('2026-11-02T12:00:00.000Z'));
    const [first, second] = three.all.map((one) => one.client('staff-1'));
    const { id, version } = await first!.call(contract.createAction, newAction, { key: newKey() });
    const schedule = { publishAt: '2026-11-02T13:00:00.000Z', visibility: 'public' } as const;
    await first!.call(contract.scheduleAction, { id, version, schedule });
    const look = () => Promise.all(three.all.map(({ server }) => server.publishDue()));
    three.setClock(new Date('2026-11-02T12:59:59.999Z'));
    expect(await look()).toEqual(Array(3).fill(schedule.publishAt));
    expect(await second!.call(contract.getAction, { id })).toMatchObject({ status: 'scheduled', version: 2 });
    three.setClock(new Date(schedule.publishAt));
    await look();
    await look();
    expect(await second!.call(contract.getAction, { id })).toMatchObject({
      status: 'published',
      version: 3,
      publishedAt: schedule.publishAt,
    });
    expect(await countTellings(three.database, id)).toBe(3);
  });
});

/** Made, scheduled, published: each is told once. */
const countTellings = (database: Database, actionId: string): Promise<number> =>
  database.inOrganization('conformance', 'read', async (rows) => {
    const told = await rows
      .selectFrom('changes')
      .where('topic', '=', 'actions')
      .where('action_id', '=', actionId)
      .select('id')
      .execute();
    return told.length;
  });

/** Groups in which one call rests on what another one has done; of the others every fourth case is enough here. */
const CONNECTED = ['keys', 'changes', 'schedule', 'sign-in', 'links', 'results'];
const named = conformanceCases
  .filter(({ group }, index) => CONNECTED.includes(group) || index % 4 === 0)
  .map((testCase) => [`${testCase.group}: ${testCase.name}`, testCase] as const);

describe.runIf(isHere)('three servers that get requests by turns', () => {
  let databases: Database[];
  let server: ConformanceServer;
  beforeAll(async () => {
    const url = await createPostgresDatabase();
    databases = [1, 2, 3].map(() => createDatabase(openPostgres({ url })));
    await migrate(databases[0]!);
    server = await startConformanceServer(databases[0]!, ...databases.slice(1));
  });
  afterAll(async () => {
    await server.close();
    await Promise.all(databases.map((database) => database.close()));
  });

  it.each(named)('%s', async (_name, testCase) => {
    const result = await runCase(testCase, () => server.makeWorld());
    expect(result).toEqual({ group: testCase.group, name: testCase.name, state: 'passed' });
  });
});
