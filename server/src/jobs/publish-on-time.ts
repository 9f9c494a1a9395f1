import { startDueTimer, type DueTimer } from '@groundswell/elements/backend';
import type { Timestamp } from '@groundswell/elements/domain';

import { CHANGES_CHANNEL, type Database } from '../database/database.js';

export interface PublishingOptions {
  /** Publishes what is due and answers when the next thing is: the backend's own. */
  readonly publishDue: () => Promise<Timestamp | null>;
  readonly database: Pick<Database, 'listen'>;
  readonly now: () => Date;
}

export interface Publishing {
  /** Looks now, after a change that this process made. */
  readonly wake: DueTimer['wake'];
  /** Begins nothing further, and answers when what was begun is done. */
  readonly stop: () => Promise<void>;
}

/**
 * Publishes scheduled actions when their time comes. Every process may do this: each looks for itself at the right moment,
 * and the row decides in its transaction whose publishing it is, so that an action is published once. A change made in
 * another process, such as a new time, wakes this one.
 */
export async function publishOnTime({ publishDue, database, now }: PublishingOptions): Promise<Publishing> {
  let running: Promise<Timestamp | null> | undefined;
  const timer = startDueTimer(() => (running = publishDue()), now);
  const deafen = await database.listen(CHANGES_CHANNEL, timer.wake).catch((error: unknown) => {
    timer.stop();
    throw error;
  });
  return {
    wake: timer.wake,
    stop: async () => {
      timer.stop();
      await deafen();
      await running?.catch(() => null);
    },
  };
}
