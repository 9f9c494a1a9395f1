import { inject } from 'vitest';

import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPglite } from '../../../server/src/database/pglite-pool.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { createDatabaseIn } from './create-database-in.js';

/** A database to test against: by name, how to open a new and empty one, and why it is left out where it is. */
export interface DatabaseKind {
  readonly name: 'PGlite' | 'PostgreSQL';
  readonly isHere: boolean;
  open(): Promise<Database>;
}

/** The address of a new database on the server of the tests. */
export const createPostgresDatabase = (): Promise<string> => createDatabaseIn(inject('postgresUrl'));

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
