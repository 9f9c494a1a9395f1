import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { databaseKinds } from '../../suites/server/databases.js';

describe.each(databaseKinds)('a database on $name', ({ isHere, open }) => {
  if (!isHere) {
    it.skip('is not looked at: PostgreSQL is not installed here');
    return;
  }
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('has nothing left to bring up to date', async () => {
    expect(await migrate(database)).toEqual([]);
  });

  it('keeps every table under row-level security that its owner cannot escape', async () => {
    const { rows } = await sql<{ name: string; safe: boolean }>`
      select relname as name, relrowsecurity and relforcerowsecurity as safe from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'groundswell_migrations%'
    `.execute(database.owner);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ safe }) => !safe)).toEqual([]);
  });

  it('gives the application a role that can neither log in nor bypass anything', async () => {
    const { rows } = await sql<{ escapes: boolean }>`
      select rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolinherit as escapes from pg_roles
      where rolname like 'groundswell_%'
    `.execute(database.owner);
    expect(rows).toEqual([{ escapes: false }, { escapes: false }]);
  });

  it('shows and takes rows of one organization only', async () => {
    const write = (asOrg: string, org_id: string) =>
      database.inOrganization(asOrg, 'write', (rows) =>
        rows.insertInto('campaigns').values({ org_id, revision: '1', body: '{}' }).execute(),
      );
    await write('one', 'one');
    await write('two', 'two');
    await expect(write('one', 'three')).rejects.toThrow(/row-level security/);
    const seen = await database.inOrganization('two', 'read', (rows) =>
      rows.selectFrom('campaigns').select('org_id').execute(),
    );
    expect(seen).toEqual([{ org_id: 'two' }]);
  });
});
