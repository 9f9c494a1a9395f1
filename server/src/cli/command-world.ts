import { pino, type Logger } from 'pino';

import { readSettings, type Environment } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open-database.js';
import { createLog } from '../log/create-log.js';
import { showProgress, type Progress, type Screen } from './progress.js';

/** Where a command runs: what it reads its settings from, where it writes, and when it is told to end. */
export interface CommandWorld {
  readonly environment: Environment;
  /** Results and nothing else, so that they can be piped. */
  readonly stdout: NodeJS.WritableStream;
  /** Everything that is for people. */
  readonly stderr: Screen;
  /** Aborted when the process is asked to end. */
  readonly ended: AbortSignal;
  readonly now: () => Date;
}

/** Writes one line of the result. */
export const say = ({ stdout }: CommandWorld, line: string): void => void stdout.write(`${line}\n`);

/** Tells whoever sits there. */
export const tell = ({ stderr }: CommandWorld, line: string): void => void stderr.write(`${line}\n`);

export const progressOf = ({ stderr }: CommandWorld, doing: string): Progress => showProgress(stderr, doing);

/** The log, beside the results and not among them. */
export const logOf = ({ stderr }: CommandWorld, { logLevel }: Settings): Logger =>
  createLog({ level: logLevel, destination: stderr === process.stderr ? pino.destination(2) : stderr });

/** Does something with the database of the settings, brought up to date first, and closes it whatever happens. */
export async function withDatabase<T>(
  world: CommandWorld,
  work: (database: Database, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings(world.environment, { purpose: 'data' });
  const database = await openDatabase(settings.database);
  try {
    await migrate(database);
    return await work(database, settings);
  } finally {
    await database.close();
  }
}
