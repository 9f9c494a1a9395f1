import { sql } from 'kysely';
import { describe, expect, it, inject } from 'vitest';

import { createDatabase } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { createPostgresDatabase } from '../../suites/server/databases.js';

describe('statements that are prepared once', () => {
  if (inject('postgresUrl') === '') {
    it.skip('are not looked at: PostgreSQL is not installed here');
    return;
  }

  it('are planned once for a connection, and go on when a table changes its shape meanwhile', async () => {
    const database = createDatabase(openPostgres({ url: await createPostgresDatabase(), connections: 1 }));
    await migrate(database);
    const readUsers = () =>
      database.inOrganization('river', 'read', (rows) =>
        rows.selectFrom('users').where('org_id', '=', 'river').selectAll().execute(),
      );
    await readUsers();
    await readUsers();
    const { rows: prepared } = await sql<{ statement: string }>`
      select statement from pg_prepared_statements where statement like '%from "users"%'
    `.execute(database.owner);
    expect(prepared).toHaveLength(1);
    await sql`alter table users add column nickname text`.execute(database.owner);
    expect(await readUsers()).toEqual([]);
    await database.close();
  });

  it('show the rows of whoever asks, not of whoever they were prepared for', async () => {
    const database = createDatabase(openPostgres({ url: await createPostgresDatabase(), connections: 1 }));
    await migrate(database);
    for (const org_id of ['river', 'lake'])
      await database.inOrganization(org_id, 'write', (rows) =>
        rows.insertInto('campaigns').values({ org_id, revision: '1', body: '{}' }).execute(),
      );
    const readAll = (orgId: string) =>
      database.inOrganization(orgId, 'read', async (rows) => {
        const found = await rows
          .selectFrom('campaigns')
          .where('revision', '=', '1')
          .select('org_id')
          .execute();
        return found.map(({ org_id }) => org_id);
      });
    for (let round = 0; round < 8; round += 1) {
      expect(await readAll('river')).toEqual(['river']);
      expect(await readAll('lake')).toEqual(['lake']);
    }
    await database.close();
  });
});
