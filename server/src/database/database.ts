import { Kysely, PostgresDialect, sql } from 'kysely';

import type { Id } from '@groundswell/elements/domain';
import { ProblemError } from '@groundswell/elements/contract';

import { isPassing, isUnreachable } from './failures.js';
import type { Pool } from './pool.js';
import type { Schema } from './schema.js';

/** Rows that belong to no organization but to the installation itself, such as its signing keys, are kept under this id. */
export const INSTALLATION: Id = '-';

/** Where changes are told to other processes. */
export const CHANGES_CHANNEL = 'groundswell_changes';

export type Rows = Kysely<Schema>;
export type AccessMode = 'read' | 'write';

/** The database as the rest of the server uses it. */
export interface Database {
  readonly kind: Pool['kind'];
  /** Everything, as the owner: for migrations and for the queue. Never for a request. */
  readonly owner: Rows;
  /**
   * One transaction under the role of the application, in which row-level security shows the rows of one organization
   * and no others. `read` sees one moment and cannot write. `write` may be run again from its beginning where it met
   * another transaction, so it must do nothing outside the database.
   *
   * @throws ProblemError `unavailable` where the database cannot be reached.
   */
  inOrganization<T>(orgId: Id, mode: AccessMode, work: (rows: Rows) => Promise<T>): Promise<T>;
  /** One reading transaction under the role of the scheduler, which sees what organizations there are and what is due when. */
  asScheduler<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /** Tells every process, this one included. To be called after what it is about has landed. */
  notify(channel: string, payload: string): Promise<void>;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** How often a transaction is tried before the caller is told to come back later. */
const ATTEMPTS = 6;

export function createDatabase(pool: Pool): Database {
  const owner = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: { connect: () => pool.connect() as never, end: () => pool.end() } }),
  });
  const transact = async <T>(begin: string, work: (rows: Rows) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await owner.connection().execute((rows) => runOnce(rows, begin, work));
      } catch (error) {
        if (isUnreachable(error)) throw new ProblemError('unavailable');
        if (!isPassing(error)) throw error;
        if (attempt === ATTEMPTS) throw new ProblemError('unavailable', { retryAfter: 1 });
        await pause(attempt);
      }
    }
  };
  return {
    kind: pool.kind,
    owner,
    inOrganization: (orgId, mode, work) => transact(beginFor(orgId, mode), work),
    asScheduler: (work) => transact(`begin read only; set local role groundswell_scheduler`, work),
    notify: async (channel, payload) => {
      await sql`select pg_notify(${channel}, ${payload})`.execute(owner);
    },
    listen: (channel, heard) => pool.listen(channel, heard),
    close: () => owner.destroy(),
  };
}

/** Everything that begins a transaction in one round trip. An id holds no quote. */
function beginFor(orgId: Id, mode: AccessMode): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(orgId)) throw new ProblemError('not-found');
  const begin = mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin';
  return `${begin}; set local role groundswell_app; set local groundswell.org_id = '${orgId}'; set local lock_timeout = '10s'; set local statement_timeout = '30s'`;
}

async function runOnce<T>(rows: Rows, begin: string, work: (rows: Rows) => Promise<T>): Promise<T> {
  try {
    await sql.raw(begin).execute(rows);
    const answer = await work(rows);
    await sql.raw('commit').execute(rows);
    return answer;
  } catch (error) {
    await sql
      .raw('rollback')
      .execute(rows)
      .catch(() => undefined);
    throw error;
  }
}

/** A few milliseconds, more each time, and never the same for two that met. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, Math.random() * 2 ** attempt * 4));
