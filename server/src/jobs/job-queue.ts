import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';

import type { Database, Rows } from '../database/database.js';

/** What there is to do: messages to send, messages to give up, and the housekeeping. */
export type QueueName = 'messages' | 'messages-dead' | 'upkeep';

export interface Job {
  readonly id: string;
  readonly queue: QueueName;
  /** Ids and nothing else. */
  readonly data: unknown;
}

/** Jobs that outlive the process. One that was taken comes back when whoever took it says so, or says nothing for too long. */
export interface JobQueue {
  /** The next job that is due, which is then nobody else's. */
  take(queue: QueueName): Promise<Job | undefined>;
  finish(job: Job): Promise<void>;
  /** Gives it back: to be tried again later and later, and as a dead letter in the end. The code is kept beside it. */
  giveBack(job: Job, code: string): Promise<void>;
  /** Asks for a job at most once in so many seconds, however many processes ask. */
  ask(queue: QueueName, everySeconds: number): Promise<void>;
  /** Brings back what nobody finished, and clears away what is long done. Happens by itself every minute, if at all. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

export interface JobQueueOptions {
  readonly database: Database;
  /** Whether this process tidies by itself; it does unless told. */
  readonly tidiesItself?: boolean;
  readonly report?: (error: unknown) => void;
}

/** How jobs of each queue are treated. Delays in seconds; each is about twice the one before, with chance. */
const SETTINGS: Readonly<Record<QueueName, PgBoss.Queue>> = {
  'messages-dead': { name: 'messages-dead', retryLimit: 10, retryDelay: 15, retryBackoff: true },
  messages: {
    ...{ name: 'messages', retryLimit: 9, retryDelay: 15, retryBackoff: true },
    ...{ expireInSeconds: 120, deadLetter: 'messages-dead' },
  },
  upkeep: { name: 'upkeep', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
};

/**
 * The queue on pg-boss, in the same database, through the same connections: PostgreSQL 15 or PGlite. Its own workers are
 * not used, because they don't wait until a job is marked as done: a database that leaves at that moment would end the
 * process. Its cron is not used either, because it runs on those workers.
 */
export async function openJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { database, tidiesItself = true, report } = options;
  const boss = new PgBoss({
    ...{
      db: { executeSql: (text: string, values: unknown[]) => execute(database.owner, text, values) },
      schema: 'pgboss',
    },
    ...{ schedule: false, supervise: tidiesItself, maintenanceIntervalSeconds: 60 },
  });
  boss.on('error', (error) => report?.(error));
  await boss.start();
  for (const [name, settings] of Object.entries(SETTINGS)) await boss.updateQueue(name, { ...settings });
  return {
    take: async (queue) => {
      const [job] = await boss.fetch<unknown>(queue);
      return job === undefined ? undefined : { id: job.id, queue, data: job.data };
    },
    finish: ({ id, queue }) => boss.complete(queue, id),
    giveBack: ({ id, queue }, code) => boss.fail(queue, id, { code }),
    ask: async (queue, everySeconds) => {
      await boss.send(queue, {}, { singletonSeconds: everySeconds });
    },
    tidy: () => boss.maintain(),
    close: () => boss.stop({ graceful: false }),
  };
}

/** One statement, or several that bring their own transaction: what fails in it must not stay with the connection. */
function execute(owner: Rows, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  return owner.connection().execute(async (connection) => {
    try {
      return await connection.executeQuery(CompiledQuery.raw(text, values));
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  });
}
