import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { PGlite, type Transaction } from '@electric-sql/pglite';

import { lockFolder } from './lock-folder.js';
import { TYPE_PARSERS, type Pool, type PoolConnection, type QueryAnswer } from './pool.js';

export interface PgliteOptions {
  /** The folder of the database; without one it lives in memory and ends with the process. */
  readonly folder?: string | undefined;
}

/**
 * PostgreSQL inside this process: nothing to install, one connection. Whoever wants it waits for their turn, so that a
 * transaction has it to itself. Two processes on one folder would ruin it, so the folder is locked.
 *
 * @throws Error with words where another process has the folder open.
 */
export async function openPglite({ folder }: PgliteOptions = {}): Promise<Pool> {
  if (folder !== undefined) mkdirSync(dirname(folder), { recursive: true });
  const unlock = folder === undefined ? () => undefined : lockFolder(folder);
  try {
    const database = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: folder }),
      parsers: { ...TYPE_PARSERS },
    });
    return poolOfOne(database, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function poolOfOne(database: PGlite, unlock: () => void): Pool {
  /** Resolves when everybody who came before has released. */
  let turn: Promise<void> = Promise.resolve();
  const connect = async (): Promise<PoolConnection> => {
    let release: () => void = () => undefined;
    const before = turn;
    turn = new Promise((settle) => (release = settle));
    await before;
    return { query: (sql, parameters) => query(database, sql, parameters), release };
  };
  return {
    kind: 'pglite',
    connect,
    listen: (channel, heard) => database.listen(channel, heard),
    end: async () => {
      await turn;
      await database.close();
      unlock();
    },
  };
}

/** Statements without parameters may be several, as in a server's simple protocol; the last answer counts. */
async function query<Row>(
  database: Pick<Transaction, 'query' | 'exec'>,
  sql: string,
  parameters: readonly unknown[],
): Promise<QueryAnswer<Row>> {
  const answer =
    parameters.length === 0
      ? (await database.exec(sql)).at(-1)
      : await database.query(sql, parameters as unknown[]);
  const rows = (answer?.rows ?? []) as Row[];
  return { command: commandOf(sql), rowCount: answer?.affectedRows ?? rows.length, rows };
}

/** What kind of statement it was, which is how Kysely knows whether rows were changed. */
function commandOf(sql: string): QueryAnswer<unknown>['command'] {
  const word = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase();
  return word === 'INSERT' || word === 'UPDATE' || word === 'DELETE' || word === 'MERGE' ? word : 'SELECT';
}
