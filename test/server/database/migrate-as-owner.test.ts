import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate, MIGRATIONS } from '../../../server/src/database/migrate.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';

const server = inject('postgresUrl');
const steps = Object.keys(MIGRATIONS);
const roles = ['groundswell_app', 'groundswell_scheduler'];

describe('a database whose owner is no superuser', () => {
  if (server === '') {
    it.skip('is not looked at: PostgreSQL is not installed here');
    return;
  }
  const name = `owner_${process.pid}_${Date.now()}`;
  const opened: Database[] = [];
  let admin: pg.Client;

  /** A new database that belongs to a new user. */
  async function openAs(user: string, rights: string): Promise<Database> {
    await admin.query(`create role ${user} login ${rights}`);
    await admin.query(`create database ${user} owner ${user}`);
    const url = new URL(server);
    [url.username, url.pathname] = [user, `/${user}`];
    const database = createDatabase(openPostgres({ url: url.href, connections: 2 }));
    opened.push(database);
    return database;
  }

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: server });
    await admin.connect();
  });
  afterAll(async () => {
    for (const database of opened) await database.close();
    await admin.end();
  });

  it('is brought up to date where the owner may make roles, also by two at once', async () => {
    const database = await openAs(`${name}_a`, 'createrole');
    const made = await Promise.all([migrate(database), migrate(database)]);
    expect(made.flat()).toEqual(steps);
    await database.inOrganization('one', 'write', (rows) =>
      rows.insertInto('campaigns').values({ org_id: 'one', revision: '1', body: '{}' }).execute(),
    );
    expect(
      await database.asScheduler((rows) => rows.selectFrom('campaigns').select('org_id').execute()),
    ).toEqual([{ org_id: 'one' }]);
  });

  it('is brought up to date where an administrator has made the owner a member of the roles', async () => {
    const user = `${name}_b`;
    const database = await openAs(user, 'nocreaterole');
    const look = () => database.inOrganization('one', 'read', (rows) => Promise.resolve(rows));
    await expect(look()).rejects.toThrow(/permission denied to set role/);
    await expect(migrate(database)).rejects.toThrow(/CREATEROLE, or run once: create role groundswell_app/);
    await admin.query(`grant ${roles.join(', ')} to ${user}`);
    expect(await migrate(database)).toEqual(steps);
    expect(await migrate(database)).toEqual([]);
  });
});
