import { readSettings } from '../../config/read-settings.js';
import { migrate } from '../../database/migrate.js';
import { openDatabase } from '../../database/open-database.js';
import { say, tell, type CommandWorld } from '../command-world.js';

/** Brings the tables up to date and says which steps it took. */
export async function migrateDatabase(world: CommandWorld): Promise<void> {
  const settings = readSettings(world.environment, { purpose: 'data' });
  const database = await openDatabase(settings.database);
  try {
    const steps = await migrate(database);
    for (const step of steps) say(world, step);
    if (steps.length === 0) tell(world, 'Everything is up to date.');
  } finally {
    await database.close();
  }
}
