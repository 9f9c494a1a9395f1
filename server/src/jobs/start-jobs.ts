import * as z from 'zod/mini';

import { buryMessage } from '../delivery/dead-letters.js';
import { deliverMessage, type MessageJob } from '../delivery/deliver-message.js';
import type { DeliveryPorts } from '../delivery/delivery-port.js';
import { openJobQueue, type QueueName } from './job-queue.js';
import { keepHouse, type HousekeepingOptions } from './keep-house.js';
import { startWorker } from './start-worker.js';
import { workThrough, type JobHandler } from './work-through.js';

export interface JobsOptions extends HousekeepingOptions {
  readonly ports: DeliveryPorts;
  /** How many jobs this process does at once; 4 unless told. */
  readonly lanes?: number;
  /** Told of what nobody foresaw. Refused and unreachable is not among it: that is kept with the message. */
  readonly report?: (error: unknown) => void;
}

export interface Jobs {
  /** Begins nothing further, and answers when what was begun is done. */
  stop(): Promise<void>;
}

/** Where workers hear that there is something to send. The door to the queue says it, in the transaction. */
export const MESSAGES_CHANNEL = 'groundswell_messages';

/** The longest that a message waits whose time has come, in ms. */
const LOOK_EVERY = 5000;
/** How often housekeeping is asked for, in ms, and how often it is done, in s. */
const ASK_EVERY = 600_000;
const KEEP_EVERY = 3600;

/** Does the jobs of this installation in this process. Any number of processes may; each job is done by one of them. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { database, report = () => undefined } = options;
  const queue = await openJobQueue({ database, report });
  const handlers = createHandlers(options);
  const worker = startWorker({
    look: (signal) => workThrough({ ...options, queue, handlers, signal, report }),
    every: LOOK_EVERY,
    report,
  });
  const ask = () => queue.ask('upkeep', KEEP_EVERY).then(() => worker.wake(), report);
  const timer = setInterval(() => void ask(), ASK_EVERY);
  const stop = async () => {
    clearInterval(timer);
    await worker.stop();
    await queue.close();
  };
  try {
    const deafen = await database.listen(MESSAGES_CHANNEL, () => worker.wake());
    await ask();
    return { stop: () => deafen().then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

const messageJob = z.object({ orgId: z.string(), messageId: z.string() });

/** What is done for each kind of job. */
export function createHandlers(options: JobsOptions): Readonly<Record<QueueName, JobHandler>> {
  const read = (data: unknown): MessageJob => messageJob.parse(data);
  return {
    messages: (data) => deliverMessage(options, read(data)),
    'messages-dead': async (data) => {
      await buryMessage(options.database, read(data));
      return undefined;
    },
    upkeep: async () => {
      await keepHouse(options);
      return undefined;
    },
  };
}
