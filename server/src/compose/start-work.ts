import type { Database } from '../database/database.js';
import type { DeliveryPorts } from '../delivery/delivery-port.js';
import { listen, type ListenOptions } from '../http/listen.js';
import { publishOnTime, type PublishingOptions } from '../jobs/publish-on-time.js';
import { startJobs } from '../jobs/start-jobs.js';
import type { MediaParts } from './open-media.js';

export interface WorkOptions {
  readonly database: Database;
  readonly now: () => Date;
  readonly place: Omit<ListenOptions, 'report'>;
  readonly publishDue: PublishingOptions['publishDue'];
  readonly ports: DeliveryPorts;
  readonly media: Pick<MediaParts, 'sweep'>;
  readonly report: (error: unknown) => void;
}

/** What a process does by itself. */
export interface Work {
  readonly url: string;
  /** Begins nothing further, and answers when what was begun is done. */
  readonly stop: () => Promise<void>;
}

/** How often unfinished uploads are looked for, in ms. */
const SWEEP_EVERY = 3_600_000;

/** Listens, publishes what is due, does the jobs, and lets go of unfinished uploads. */
export async function startWork(options: WorkOptions): Promise<Work> {
  const { database, now, place, publishDue, ports, media, report } = options;
  const begun: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of begun) await end();
  };
  try {
    const listening = await listen({ ...place, report });
    begun.push(() => listening.close());
    const publishing = await publishOnTime({ publishDue, database, now });
    begun.push(publishing.stop);
    const jobs = await startJobs({ database, now, ports, report });
    begun.push(() => jobs.stop());
    const sweeping = setInterval(() => void media.sweep().catch(report), SWEEP_EVERY);
    begun.unshift(() => {
      clearInterval(sweeping);
    });
    return { url: listening.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
