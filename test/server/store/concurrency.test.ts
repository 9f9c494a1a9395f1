import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { conformanceCampaign } from '../../../src/conformance.js';
import { campaignData, createBackend, seedStore } from '../../../src/backend/index.js';
import type { Caller } from '../../../src/contract/caller.js';
import type { Dispatch } from '../../../src/contract/dispatch.js';
import { COMPLETE } from '../../../src/conformance/steps.js';
import type { Action } from '../../../src/domain/action/action-schema.js';
import type { Results } from '../../../src/domain/results/results-schema.js';
import type { Database } from '../../../server/src/database/database.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { emptyTables, storeOver } from '../../suites/server/store-world.js';

const campaignId = conformanceCampaign.campaign.id;
const staff: Caller = { role: 'staff', campaignId, userId: 'staff-1', language: 'en' };
const result = { kind: 'social_sharing', network: 'x', outcome: 'opened', edited: false } as const;

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe('several at once, on one PostgreSQL', () => {
  if (postgres?.isHere !== true) {
    it.skip('is not tried: PostgreSQL is not installed here');
    return;
  }
  let database: Database;
  let dispatch: Dispatch;
  let other: Dispatch;

  beforeAll(async () => {
    database = await postgres.open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await emptyTables(database);
    const make = () =>
      createBackend({
        store: storeOver(database),
        now: () => new Date(),
        newId: () => crypto.randomUUID(),
        links: { web: 'https://vote.example/act?share={token}' },
      });
    await seedStore(storeOver(database), campaignData.parse(conformanceCampaign));
    dispatch = make().dispatch;
    other = make().dispatch;
  });

  const create = async (): Promise<Action> =>
    (await dispatch(
      staff,
      'actions.create',
      { content: COMPLETE.social_sharing },
      { key: crypto.randomUUID() },
    )) as Action;
  const publish = async (action: Action): Promise<Action> =>
    (await dispatch(staff, 'actions.publish', { id: action.id, version: action.version })) as Action;
  const resultsOf = async (actionId: string): Promise<Results> =>
    (await dispatch(staff, 'results.get', { actionId })) as Results;
  const guest = (name: string): Caller => ({ role: 'visitor', campaignId, guestId: name, language: 'en' });

  it('of ten who change the same version one succeeds, and the others are shown what they made of it', async () => {
    const { id, version } = await create();
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? dispatch : other)(staff, 'actions.update', {
          id,
          version,
          content: { ...COMPLETE.social_sharing, title: `Title ${index}` },
        }),
      ),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const { reason } of refused)
      expect(reason).toMatchObject({
        code: 'version-conflict',
        details: { current: { version: version + 1 } },
      });
  });

  it('one key sent by many at once creates one action, and answers all the same', async () => {
    const key = crypto.randomUUID();
    const answers = (await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? dispatch : other)(staff, 'actions.create', { content: COMPLETE.survey }, { key }),
      ),
    )) as Action[];
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await dispatch(staff, 'actions.list', {})).toMatchObject({ total: 1 });
  });

  it('everybody who performs at once is counted, each once', async () => {
    const { id } = await publish({ ...(await create()) });
    const keys = Array.from({ length: 40 }, () => crypto.randomUUID());
    await Promise.all(
      [...keys, ...keys].map((key, index) =>
        (index % 2 ? dispatch : other)(
          {
            role: 'volunteer',
            campaignId,
            userId: `volunteer-${1 + (keys.indexOf(key) % 5)}`,
            language: 'en',
          },
          'perform.record',
          { actionId: id, result },
          { key },
        ),
      ),
    );
    const { overview } = await resultsOf(id);
    expect(overview).toMatchObject({ performs: 40, completed: 5, started: 5, seen: 5 });
  });

  it('two who ask for the share link of an action at once get the same', async () => {
    const { id } = await publish(await create());
    const links = (await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? dispatch : other)(staff, 'links.share', { actionId: id }),
      ),
    )) as { token: string }[];
    expect(new Set(links.map(({ token }) => token)).size).toBe(1);
  });

  it('nobody who asks what changed misses anything, whatever lands in which order', async () => {
    const { id } = await publish(await create());
    const first = (await dispatch(staff, 'changes.list', {})) as { cursor: string };
    let { cursor } = first;
    let told = 0;
    let landed = 0;
    const writers = Array.from({ length: 30 }, async (_, index) => {
      await other(guest(`g${index}`), 'perform.seen', { actionIds: [id] });
      landed += 1;
    });
    const look = async () => {
      const answer = (await dispatch(staff, 'changes.list', { cursor })) as {
        cursor: string;
        changes: unknown[];
      };
      cursor = answer.cursor;
      told += answer.changes.length;
      return answer.changes.length;
    };
    while (landed < writers.length) await look();
    await Promise.all(writers);
    await look();
    expect(told).toBeGreaterThan(0);
    expect(await look()).toBe(0);
  });
});
