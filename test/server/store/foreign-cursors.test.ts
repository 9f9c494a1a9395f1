import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Change } from '../../../src/contract/changes.js';
import { campaignData, seedStore, writeCursor } from '../../../src/backend/index.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import type { Database } from '../../../server/src/database/database.js';
import { pruneRows } from '../../../server/src/jobs/prune-rows.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { storeOver } from '../../suites/server/store-world.js';

const orgId = conformanceCampaign.campaign.id;
const kind = databaseKinds.find(({ name, isHere }) => isHere && name === 'PostgreSQL') ?? databaseKinds[0]!;
/** Far beyond the transactions that the server of the tests has had. */
const ELSEWHERE = '900000000000';

let database: Database;
const since = (cursor?: string) =>
  storeOver(database).transaction(orgId, 'read', ({ changes }) => changes.since(cursor));
const append = (change: Change) =>
  storeOver(database).transaction(orgId, 'write', ({ changes }) => changes.append([change]));

beforeAll(async () => {
  database = await kind.open();
  await seedStore(storeOver(database), campaignData.parse(conformanceCampaign));
});
afterAll(() => database.close());

describe('a database that was restored from a dump on another server', () => {
  beforeAll(() =>
    database.inOrganization(orgId, 'write', async (rows) => {
      await sql`insert into changes (org_id, made_by, topic) values (${orgId}, ${ELSEWHERE}::xid8, 'results')`.execute(
        rows,
      );
      await sql`update campaigns set changes_kept_since = '800000000000' where org_id = ${orgId}`.execute(
        rows,
      );
    }),
  );

  it('tells what changes and nothing else, before housekeeping and after', async () => {
    const { cursor } = await since();
    expect((await since(cursor)).changes).toEqual([]);
    const change: Change = { topic: 'actions', actionId: null };
    await append(change);
    expect((await since(cursor)).changes).toEqual([change]);
    const later = await since(cursor);
    await database.inOrganization(orgId, 'write', (rows) =>
      pruneRows(rows, { orgId, now: new Date(Date.now() + 2 * 86_400_000) }),
    );
    expect((await since(later.cursor)).changes).toEqual([]);
    // What this cursor has not seen is gone.
    expect((await since(cursor)).changes).not.toEqual([]);
  });
});

describe('a cursor that nobody was given', () => {
  it.each(['0000-01-01T00:00:00Z', '0000-12-31T23:59:59.999Z'])(
    'stands for the end of the lists where its time is long ago: %s',
    async (time) => {
      const page = { limit: 5, kinds: [], search: '' };
      const viewer = { userId: null, districtIds: [], language: 'en' };
      const found = await storeOver(database).transaction(orgId, 'read', async ({ actions }) => [
        await actions.feed({
          ...{ ...page, viewer, featuredOnly: false, now: new Date() },
          cursor: writeCursor('feed', { featured: false, publishedAt: time, id: 'a' }),
        }),
        await actions.list({
          ...{ ...page, folderId: undefined, statuses: [], sort: 'updated', descending: true },
          cursor: writeCursor('actions-updated-down', { value: time, id: 'a' }),
        }),
      ]);
      expect(found.map(({ items }) => items)).toEqual([[], []]);
    },
  );
});
