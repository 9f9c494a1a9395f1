import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { campaignData, type CampaignDataInput, type Store } from '../../../src/backend/index.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import { COMPLETE } from '../../../src/conformance/steps.js';
import { ACTION_KINDS, type ActionKind } from '../../../src/domain/action/action-kind.js';
import type { ActionEvent } from '../../../src/domain/results/event-schema.js';
import { tallyResults } from '../../../src/domain/results/tally.js';
import type { Database } from '../../../server/src/database/database.js';
import { rebuildResults } from '../../../server/src/store/rebuild-results.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { emptyTables, storeOver } from '../../suites/server/store-world.js';
import { logOf } from '../../unit/domain/results/logs.js';

const asOf = '2026-11-06T00:00:00.000Z';
const orgId = conformanceCampaign.campaign.id;
const RUNS = 25;

const withAction = (kind: ActionKind): CampaignDataInput => ({
  ...conformanceCampaign,
  actions: [
    {
      id: 'action',
      content: COMPLETE[kind],
      status: 'published',
      visibility: 'public',
      createdAt: asOf,
      updatedAt: asOf,
      publishedAt: asOf,
    },
  ],
});

const logs = fc
  .constantFrom(...ACTION_KINDS)
  .chain((kind) => fc.record({ kind: fc.constant(kind), log: logOf(kind) }));

describe.each(databaseKinds)('the results that $name keeps', ({ isHere, open }) => {
  if (!isHere) {
    it.skip('are not looked at: PostgreSQL is not installed here');
    return;
  }
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    database = await open();
    store = storeOver(database);
  });
  afterAll(() => database.close());

  const fill = (kind: ActionKind, events: readonly ActionEvent[] = []) =>
    store.transaction(orgId, 'write', ({ campaign }) =>
      campaign.replace({ ...campaignData.parse(withAction(kind)), events: [...events] }),
    );
  const read = (kind: ActionKind) =>
    store.transaction(orgId, 'read', ({ results }) => results.read({ id: 'action', kind }, asOf));

  it('are those of the log, counted event by event, filled in at once, or built anew', async () => {
    await emptyTables(database);
    await fc.assert(
      fc.asyncProperty(logs, async ({ kind, log }) => {
        await fill(kind);
        const kept: ActionEvent[] = [];
        for (const event of log) {
          if (event.actionId !== 'action') continue;
          const added = await store.transaction(orgId, 'write', ({ events }) => events.append([event]));
          if (added > 0) kept.push(event);
        }
        const wanted = tallyResults({ id: 'action', kind }, kept, asOf);
        expect(await read(kind)).toEqual(wanted);
        await database.inOrganization(orgId, 'write', (rows) =>
          rebuildResults({ rows, orgId, logParts: new Set() }, 'action'),
        );
        expect(await read(kind)).toEqual(wanted);
        await fill(kind, kept);
        expect(await read(kind)).toEqual(wanted);
      }),
      { numRuns: RUNS },
    );
  });

  it('are mended by building them anew', async () => {
    await fill('open_webpage', [
      {
        id: 'one',
        type: 'seen',
        actionId: 'action',
        participant: 'guest:a',
        occurredAt: asOf,
        recordedAt: asOf,
      },
    ]);
    await database.inOrganization(orgId, 'write', (rows) =>
      rows.updateTable('result_counters').set({ value: 7 }).where('org_id', '=', orgId).execute(),
    );
    expect((await read('open_webpage')).overview.seen).toBe(7);
    const counted = await database.inOrganization(orgId, 'write', (rows) =>
      rebuildResults({ rows, orgId, logParts: new Set() }, 'action'),
    );
    expect(counted).toBe(1);
    expect((await read('open_webpage')).overview.seen).toBe(1);
  });

  it('keep answers that are too long or too odd to be the name of anything', async () => {
    const answers = { q1: `${'x'.repeat(5000)}\0`, q2: '#', q3: '\ud800' };
    await fill('survey', [
      {
        id: 'one',
        type: 'performed',
        actionId: 'action',
        participant: 'guest:a',
        occurredAt: asOf,
        recordedAt: asOf,
        result: { kind: 'survey', outcome: 'submitted', answers },
      },
    ]);
    expect((await read('survey')).performance).toMatchObject({
      answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value, count: 1 })),
    });
  });
});
