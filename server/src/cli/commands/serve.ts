import { once } from 'node:events';

import { readSettings } from '../../config/read-settings.js';
import { createServer } from '../../create-server.js';
import { migrate } from '../../database/migrate.js';
import { openDatabase } from '../../database/open-database.js';
import { logOf, say, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';

/** Serves until the process is asked to end, and says the address once it answers. */
export async function serve(world: CommandWorld): Promise<void> {
  const settings = readSettings(world.environment);
  const log = logOf(world, settings);
  const database = await openDatabase(settings.database, (err) => log.warn({ err }, 'a connection broke'));
  try {
    await migrate(database);
    const server = await createServer({ settings, database, log });
    try {
      const { url } = await server.listen().catch((error: unknown) => {
        throw explainListening(error, settings.http);
      });
      say(world, url);
      if (!world.ended.aborted) await once(world.ended, 'abort');
    } finally {
      await server.close();
    }
  } finally {
    await database.close();
  }
}

const WORDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken',
  EACCES: 'needs more rights: choose one above 1023',
};

function explainListening(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = String((error as NodeJS.ErrnoException).code);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new WrongInput(`HOST ${host} is not an address of this machine.`, { cause: error });
  const words = WORDS[code];
  return words === undefined ? error : new WrongInput(`PORT ${port} ${words}.`, { cause: error });
}
