import pg from 'pg';
import { inject } from 'vitest';

import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPglite } from '../../../server/src/database/pglite-pool.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';

/** A database to test against: by name, how to open a new and empty one, and why it is left out where it is. */
export interface DatabaseKind {
  readonly name: 'PGlite' | 'PostgreSQL';
  readonly isHere: boolean;
  open(): Promise<Database>;
}

let made = 0;

/** The address of a new database on the server of the tests. */
export async function createPostgresDatabase(): Promise<string> {
  const url = new URL(inject('postgresUrl'));
  const name = `test_${process.pid}_${(made += 1)}_${Date.now()}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

async function migrated(database: Database): Promise<Database> {
  await migrate(database);
  return database;
}

/** Both kinds of database; the second only where PostgreSQL is installed. */
export const databaseKinds: readonly DatabaseKind[] = [
  { name: 'PGlite', isHere: true, open: async () => migrated(createDatabase(await openPglite())) },
  {
    name: 'PostgreSQL',
    isHere: inject('postgresUrl') !== '',
    open: async () => migrated(createDatabase(openPostgres({ url: await createPostgresDatabase() }))),
  },
];
