import type { Job, JobQueue, QueueName } from './job-queue.js';

/**
 * Does one job. It may be done again, after a crash for instance, and must then change nothing.
 *
 * @returns Why it has to be tried again, as a code; undefined where it is done.
 */
export type JobHandler = (data: unknown) => Promise<string | undefined>;

export interface WorkOptions {
  readonly queue: JobQueue;
  readonly handlers: Readonly<Record<QueueName, JobHandler>>;
  /** How many jobs at once; 4 unless told. */
  readonly lanes?: number;
  /** No further job is begun after this. */
  readonly signal?: AbortSignal;
  readonly report?: (error: unknown) => void;
}

/** In this order: what people wait for first. */
const ORDER: readonly QueueName[] = ['messages', 'messages-dead', 'upkeep'];

/** Does everything that is due, several jobs at once, and answers how many were begun. */
export async function workThrough(options: WorkOptions): Promise<number> {
  const lanes = Array.from({ length: options.lanes ?? 4 }, () => runLane(options));
  const begun = await Promise.all(lanes);
  return begun.reduce((sum, count) => sum + count, 0);
}

async function runLane({ queue, handlers, signal, report }: WorkOptions): Promise<number> {
  let begun = 0;
  for (const name of ORDER) {
    while (signal?.aborted !== true) {
      const job = await queue.take(name);
      if (job === undefined) break;
      begun += 1;
      await runJob(queue, job, handlers[name]).catch((error: unknown) => report?.(error));
    }
  }
  return begun;
}

/** What cannot even be given back, because the database is away, comes back by itself after its time. */
async function runJob(queue: JobQueue, job: Job, handle: JobHandler): Promise<void> {
  let code: string | undefined;
  try {
    code = await handle(job.data);
  } catch (error) {
    await queue.giveBack(job, 'internal');
    throw error;
  }
  await (code === undefined ? queue.finish(job) : queue.giveBack(job, code));
}
