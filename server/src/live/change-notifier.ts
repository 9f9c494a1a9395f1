import type { Change } from '@groundswell/elements/contract';
import type { Id } from '@groundswell/elements/domain';

import { CHANGES_CHANNEL, type Database } from '../database/database.js';
import { afterRealTime, type After } from './after.js';

/** Tells this process and all others that something has changed. */
export interface ChangeNotifier {
  /** To be called after a change has landed: the `onChange` of a backend. */
  readonly changed: (change: Change, orgId: Id) => void;
  /** Tells what has not been told yet; for the end of the process. */
  flush(): Promise<void>;
}

export interface NotifierOptions {
  readonly database: Pick<Database, 'notify'>;
  /** Tells the streams of this process, at once. */
  readonly wake: (orgId: Id) => void;
  /** Told of notifications that failed. They are only lost time: everybody looks by themselves every few seconds. */
  readonly report: (error: unknown) => void;
  readonly after?: After;
  /** At most one notification per organization in so many milliseconds; 50 unless told. */
  readonly pause?: number;
}

/**
 * Notifications by PostgreSQL's NOTIFY, gathered for each organization and sent on their own. Not inside of the
 * transaction that makes the change: a transaction with a NOTIFY takes a lock on the whole server while it commits, so
 * that all writes of all organizations would wait for each other.
 */
export function createChangeNotifier(options: NotifierOptions): ChangeNotifier {
  const { database, wake, report, after = afterRealTime, pause = 50 } = options;
  const waiting = new Map<Id, () => void>();
  const sending = new Set<Promise<void>>();
  const send = (orgId: Id) => {
    waiting.delete(orgId);
    const sent = database.notify(CHANGES_CHANNEL, orgId).catch(report);
    sending.add(sent);
    void sent.finally(() => sending.delete(sent));
  };
  return {
    changed: (_, orgId) => {
      wake(orgId);
      if (!waiting.has(orgId))
        waiting.set(
          orgId,
          after(pause, () => send(orgId)),
        );
    },
    flush: async () => {
      for (const [orgId, cancel] of [...waiting]) {
        cancel();
        send(orgId);
      }
      await Promise.all(sending);
    },
  };
}
