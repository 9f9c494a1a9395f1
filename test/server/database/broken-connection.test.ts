import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import type { Rows } from '../../../server/src/database/database.js';
import { databaseKinds } from '../../suites/server/databases.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;

describe.runIf(postgres.isHere)(
  'a connection that breaks while a transaction has something else to do',
  () => {
    it('makes the transaction unavailable, ends no process, and is replaced', async () => {
      const database = await postgres.open();
      const pidOf = async (rows: Rows) =>
        (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(rows)).rows[0]?.pid ?? 0;
      const isThere = async (pid: number) =>
        (await sql`select from pg_stat_activity where pid = ${pid}`.execute(database.owner)).rows.length > 0;
      const broken = database.inOrganization('one', 'read', async (rows) => {
        const pid = await pidOf(rows);
        await sql`select pg_terminate_backend(${pid})`.execute(database.owner);
        await expect.poll(() => isThere(pid)).toBe(false);
        return pidOf(rows);
      });
      await expect(broken).rejects.toMatchObject({ code: 'unavailable' });
      expect(await database.inOrganization('one', 'read', pidOf)).toBeGreaterThan(0);
      await database.close();
    });
  },
);
