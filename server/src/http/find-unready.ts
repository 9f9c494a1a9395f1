import { sql } from 'kysely';

import type { Database } from '../database/database.js';
import { MIGRATIONS } from '../database/migrate.js';

/** How long the database may take to say that it is there, in milliseconds. */
const PATIENCE = 2000;

/**
 * Why a process cannot serve from its database: it does not answer, or its tables are not those of this release.
 *
 * @returns Nothing where it can; never rejects.
 */
export async function findUnready(
  { owner }: Pick<Database, 'owner'>,
  patience = PATIENCE,
): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve(['database']), patience);
  });
  try {
    return await Promise.race([compareMigrations(owner), late]);
  } catch {
    return ['database'];
  } finally {
    clearTimeout(timer);
  }
}

async function compareMigrations(owner: Database['owner']): Promise<readonly string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('groundswell_migrations') is not null as there`.execute(owner);
  if (found[0]?.there !== true) return ['migrations'];
  const { rows } = await sql<{ name: string }>`select name from groundswell_migrations`.execute(owner);
  const made = new Set(rows.map(({ name }) => name));
  return Object.keys(MIGRATIONS).every((name) => made.has(name)) ? [] : ['migrations'];
}
