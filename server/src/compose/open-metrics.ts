import { sql, type RawBuilder } from 'kysely';

import type { Database } from '../database/database.js';
import { createMetrics, type Metrics } from '../http/metrics.js';
import type { LiveChanges } from '../live/live-changes.js';

export interface MetricsParts {
  readonly database: Database;
  readonly live: Pick<LiveChanges, 'count'>;
}

/** The numbers of this process, and those that are read whenever somebody looks. */
export function openMetrics({ database, live }: MetricsParts): Metrics {
  const metrics = createMetrics();
  metrics.watch('groundswell_streams', 'Open streams of changes.', () => live.count());
  metrics.watch('groundswell_jobs_waiting', 'Jobs that wait or run, in all processes.', () =>
    countJobs(database, sql`name <> 'messages-dead'`),
  );
  metrics.watch('groundswell_dead_letters', 'Messages that were given up and not yet put away.', () =>
    countJobs(database, sql`name = 'messages-dead'`),
  );
  return metrics;
}

async function countJobs({ owner }: Database, queue: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pgboss.job where ${queue} and state < 'completed'
  `.execute(owner);
  return rows[0]?.count ?? 0;
}
