import type { DatabaseSettings } from '../config/settings.js';
import { createDatabase, type Database } from './database.js';
import { openPglite } from './pglite-pool.js';
import { openPostgres } from './postgres-pool.js';

/**
 * Opens the database that the settings name.
 *
 * @param report - Told of connections that broke while nobody used them.
 * @throws FolderInUse where another process has the folder of PGlite.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  report?: (error: Error) => void,
): Promise<Database> {
  if (settings.kind === 'pglite') return createDatabase(await openPglite({ folder: settings.folder }));
  const { url, connections } = settings;
  return createDatabase(openPostgres({ url, connections, ...(report === undefined ? {} : { report }) }));
}
