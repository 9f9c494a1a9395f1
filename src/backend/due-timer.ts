import type { Timestamp } from '../domain/values/id-schema.js';

/** The longest that a timer is set for, in ms: browsers stretch longer ones, and clocks may change meanwhile. */
const LONGEST = 60_000;
/** What is still due after it was just tried has failed in the store: no use in trying at once, in ms. */
const SHORTEST = 100;

/** Sees to it that scheduled actions are published on time. */
export interface DueTimer {
  /** Looks now: after a change, or when a page comes back into view. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** Calls `publishDue` at the times that it asks for, one call at a time, until stopped. */
export function startDueTimer(publishDue: () => Promise<Timestamp | null>, now: () => Date): DueTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> | undefined;
  let wanted = false;
  const stopped = new AbortController();
  const look = async (): Promise<void> => {
    let due: Timestamp | null | undefined;
    while (wanted && !stopped.signal.aborted) {
      wanted = false;
      due = await publishDue().catch(() => undefined);
    }
    looking = undefined;
    if (stopped.signal.aborted || due === null) return;
    const wait = due === undefined ? LONGEST : Date.parse(due) - now().getTime();
    timer = setTimeout(wake, Math.min(wait > 0 ? wait : SHORTEST, LONGEST));
  };
  const wake = (): void => {
    clearTimeout(timer);
    wanted = true;
    looking ??= look();
  };
  const stop = (): void => {
    stopped.abort();
    clearTimeout(timer);
  };
  wake();
  return { wake, stop };
}
