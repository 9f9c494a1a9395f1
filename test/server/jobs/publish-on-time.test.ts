import { afterEach, describe, expect, it, vi } from 'vitest';

import { anAction } from '../../../mocks/builders.js';
import { createBackend } from '../../../src/backend/create-backend.js';
import { campaignData } from '../../../src/backend/campaign-data-schema.js';
import { seedStore } from '../../../src/backend/seed-store.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import { CHANGES_CHANNEL, createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { publishOnTime, type Publishing } from '../../../server/src/jobs/publish-on-time.js';
import { createPostgresDatabase, databaseKinds } from '../../suites/server/databases.js';
import { storeOver } from '../../suites/server/store-world.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL');

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function open(url: string): Database {
  const database = createDatabase(openPostgres({ url }));
  closing.push(() => database.close());
  return database;
}

describe.runIf(postgres?.isHere)('publishing on time in three processes', () => {
  it('publishes each action once, when its time has come, woken by the process that scheduled it', async () => {
    const url = await createPostgresDatabase();
    const databases = [open(url), open(url), open(url)] as const;
    await migrate(databases[0]);
    const store = storeOver(databases[0]);
    const data = campaignData.parse(conformanceCampaign);
    await seedStore(store, data);
    // All clocks stand until the test moves them; timers then only decide how soon somebody looks.
    let time = Date.parse('2026-09-01T12:00:00.000Z');
    const now = () => new Date(time);
    const announced: string[] = [];
    const processes = await Promise.all(
      databases.map(async (database) => {
        const backend = createBackend({
          ...{ store: storeOver(database), now, newId: () => crypto.randomUUID() },
          signToken: () => Promise.reject(new Error('nobody signs in')),
          links: { web: 'https://vote.example/act?share={token}', referral: 'https://vote.example/r/{code}' },
          report: (error) => {
            throw error;
          },
          onChange: ({ topic, actionId }) => announced.push(`${topic}/${actionId}`),
        });
        const looks: Promise<unknown>[] = [];
        const publishDue = () => {
          const look = backend.publishDue();
          looks.push(look);
          return look;
        };
        const publishing = await publishOnTime({ publishDue, database, now });
        closing.push(publishing.stop);
        return looks;
      }),
    );
    const ids = ['first', 'second'];
    await store.transaction(data.campaign.id, 'write', async ({ actions }) => {
      for (const id of ids)
        await actions.save(
          anAction({
            ...{ id, campaignId: data.campaign.id, status: 'scheduled' },
            schedule: { publishAt: '2026-09-01T12:00:01.000Z', visibility: 'public' },
          }),
        );
    });
    const lookEverywhere = async () => {
      const before = processes.map((looks) => looks.length);
      await databases[1].notify(CHANGES_CHANNEL, data.campaign.id);
      for (const [index, looks] of processes.entries())
        await expect.poll(() => looks.length, { timeout: 20_000 }).toBeGreaterThan(before[index] ?? 0);
      await Promise.all(processes.flat());
    };
    time += 999;
    await lookEverywhere();
    expect(announced).toEqual([]);
    time += 1;
    await lookEverywhere();
    expect(announced.filter((change) => change.startsWith('actions/')).sort()).toEqual([
      'actions/first',
      'actions/second',
    ]);
    const published = await store.transaction(data.campaign.id, 'read', ({ actions }) =>
      Promise.all(ids.map((id) => actions.get(id))),
    );
    expect(published.map((action) => [action?.status, action?.publishedAt])).toEqual(
      ids.map(() => ['published', '2026-09-01T12:00:01.000Z']),
    );
  });
});

describe('publishing on time', () => {
  it('stops when what it had begun is done, and is woken by nobody any more', async () => {
    let end: (due: null) => void = () => undefined;
    const publishDue = vi.fn(() => new Promise<null>((settle) => (end = settle)));
    let say: () => void = () => undefined;
    const deafen = vi.fn(() => Promise.resolve());
    const listen = (_: string, heard: (payload: string) => void) => {
      say = () => heard('one');
      return Promise.resolve(deafen);
    };
    const publishing: Publishing = await publishOnTime({
      ...{ publishDue, database: { listen }, now: () => new Date('2026-09-01T12:00:00Z') },
    });
    let isStopped = false;
    const stopping = publishing.stop().then(() => (isStopped = true));
    await Promise.resolve();
    expect(isStopped).toBe(false);
    end(null);
    await stopping;
    say();
    publishing.wake();
    expect(publishDue).toHaveBeenCalledTimes(1);
    expect(deafen).toHaveBeenCalledTimes(1);
  });
});
