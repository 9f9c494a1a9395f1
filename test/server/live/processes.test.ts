import { afterAll, describe, expect, it } from 'vitest';

import { campaignData, createBackend, seedStore } from '@groundswell/elements/backend';
import { conformanceCampaign } from '@groundswell/elements/conformance';
import { createAction, type Caller } from '@groundswell/elements/contract';

import { CHANGES_CHANNEL, createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { createChangeNotifier } from '../../../server/src/live/change-notifier.js';
import { createLiveChanges } from '../../../server/src/live/live-changes.js';
import { createPostgresDatabase, databaseKinds } from '../../suites/server/databases.js';
import { storeOver } from '../../suites/server/store-world.js';
import { newAction } from '../http/http-world.js';
import { EventReader } from './event-reader.js';
import { FakeTime } from './fake-time.js';

const staff: Caller = { role: 'staff', campaignId: 'conformance', userId: 'staff-1', language: 'en' };
const change = { topic: 'actions', actionId: null } as const;

/** As much of a server process as has to do with changes. */
async function startProcess(url: string, { listens = true } = {}) {
  const database = createDatabase(openPostgres({ url }));
  await migrate(database);
  const store = storeOver(database);
  const failures: unknown[] = [];
  const report = (error: unknown) => void failures.push(error);
  const backend = createBackend({
    store,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    links: { web: 'https://vote.example/act?share={token}' },
    report,
    onChange: (told, orgId) => notifier.changed(told, orgId),
  });
  const settings = { gather: 5, lookAgain: listens ? 60_000 : 30 };
  const live = createLiveChanges({ dispatch: backend.dispatch, report, settings });
  const notifier = createChangeNotifier({ database, wake: live.wake, report, pause: 5 });
  const stop = listens ? await database.listen(CHANGES_CHANNEL, live.wake) : () => Promise.resolve();
  const close = async () => {
    live.end();
    await notifier.flush();
    await stop();
    await database.close();
  };
  return { store, backend, live, failures, close };
}

type Process = Awaited<ReturnType<typeof startProcess>>;

async function open({ live }: Process, lastEventId?: string): Promise<EventReader> {
  const reader = new EventReader(await live.open(staff, { lastEventId, cutOff: () => undefined }));
  await reader.until(({ events }) => events.length > 0);
  return reader;
}

async function create({ backend }: Process): Promise<string> {
  const key = crypto.randomUUID();
  const made = await backend.dispatch(staff, createAction.name, newAction, { key });
  return (made as { id: string }).id;
}

const heardBy = ({ events }: EventReader) =>
  events.flatMap(({ changes }) => changes.map(({ actionId }) => actionId));

describe.runIf(databaseKinds[1]!.isHere)('two processes on one database', () => {
  const processes: Process[] = [];
  afterAll(() => Promise.all(processes.map((process) => process.close())));

  async function startTwo(second: { readonly listens?: boolean } = {}) {
    const url = await createPostgresDatabase();
    const one = await startProcess(url);
    await seedStore(one.store, campaignData.parse(conformanceCampaign));
    const two = await startProcess(url, second);
    processes.push(one, two);
    return [one, two] as const;
  }

  it('tell those who listen to one what happens in the other, and where to go on in either', async () => {
    const [one, two] = await startTwo();
    const [here, there] = [await open(one), await open(two)];
    const first = await create(one);
    await there.until((reader) => heardBy(reader).includes(first));
    await here.until((reader) => heardBy(reader).includes(first));
    await here.leave();
    const second = await create(two);
    const moved = await open(two, here.lastId);
    await moved.until((reader) => heardBy(reader).includes(second));
    expect(heardBy(moved)).toEqual([second]);
    expect(new Set(heardBy(there))).toEqual(new Set([first, second]));
    expect([...one.failures, ...two.failures]).toEqual([]);
  });

  it('hear of each other where notifications are lost, only later', async () => {
    const [one, two] = await startTwo({ listens: false });
    const there = await open(two);
    const id = await create(one);
    await there.until((reader) => heardBy(reader).includes(id));
    expect(heardBy(there)).toEqual([id]);
  });
});

describe('notifications', () => {
  function openNotifier(notify: Database['notify'] = () => Promise.resolve()) {
    const sent: string[] = [];
    const woken: string[] = [];
    const failures: unknown[] = [];
    const time = new FakeTime();
    const notifier = createChangeNotifier({
      database: {
        notify: (channel, payload) => {
          sent.push(payload);
          return notify(channel, payload);
        },
      },
      wake: (orgId) => woken.push(orgId),
      report: (error) => failures.push(error),
      after: time.after,
    });
    return { notifier, sent, woken, failures, time };
  }

  it('are gathered for each organization, while this process hears at once', async () => {
    const { notifier, sent, woken, time } = openNotifier();
    for (const orgId of ['a', 'b', 'a', 'a']) notifier.changed(change, orgId);
    expect([woken, sent]).toEqual([['a', 'b', 'a', 'a'], []]);
    await time.pass(50);
    expect(sent).toEqual(['a', 'b']);
    notifier.changed(change, 'a');
    await time.pass(50);
    expect(sent).toEqual(['a', 'b', 'a']);
  });

  it('are sent before the process ends, and do no harm where they fail', async () => {
    const { notifier, sent, failures, time } = openNotifier(() => Promise.reject(new Error('gone')));
    notifier.changed(change, 'a');
    await notifier.flush();
    expect([sent, failures.length, time.waiting]).toEqual([['a'], 1, 0]);
  });
});
