import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createBackend, seedStore } from '../../../src/backend/index.js';
import type { Caller } from '../../../src/contract/caller.js';
import { riverbend } from '../../../mocks/riverbend.js';
import type { Database } from '../../../server/src/database/database.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { storeOver } from '../../suites/server/store-world.js';

const data = riverbend({ now: new Date('2026-11-03T15:00:00.000Z'), eventCount: 200 });
const campaignId = data.campaign.id;
const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe('a campaign that is filled anew', () => {
  if (postgres?.isHere !== true) {
    it.skip('is not tried: PostgreSQL is not installed here');
    return;
  }
  let database: Database;

  beforeAll(async () => {
    database = await postgres.open();
  });
  afterAll(() => database.close());

  it('comes out whole while people perform its actions, and none of them meets an accident', async () => {
    const store = storeOver(database);
    await seedStore(store, data);
    const { dispatch } = createBackend({
      store,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      links: { web: 'https://vote.example/act?share={token}' },
    });
    const accidents: unknown[] = [];
    const action = data.actions.find(
      ({ status, visibility, content }) =>
        status === 'published' && visibility === 'public' && content.kind === 'social_sharing',
    )!;
    let isOver = false;
    let performs = 0;
    const perform = async (lane: number): Promise<void> => {
      const guest: Caller = {
        role: 'visitor',
        campaignId,
        guestId: `guest-${lane}-${(performs += 1)}`,
        language: 'en',
      };
      await dispatch(guest, 'perform.seen', { actionIds: [action.id] }).catch((error: unknown) =>
        accidents.push(error),
      );
      if (!isOver) await perform(lane);
    };
    const lanes = [1, 2, 3, 4].map(perform);
    try {
      for (let round = 0; round < 5; round += 1)
        await store.transaction(campaignId, 'write', ({ campaign }) => campaign.replace(data));
    } finally {
      isOver = true;
      await Promise.all(lanes);
    }
    expect(accidents).toEqual([]);
    expect(performs).toBeGreaterThan(4);
  });
});
