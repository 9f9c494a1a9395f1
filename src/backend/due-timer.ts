import type { Timestamp } from '../domain/values/id-schema.js';

/** The longest that a timer is set for, in ms: browsers stretch longer ones, and clocks may change meanwhile. */
const LONGEST = 60_000;
/** What is still due after it was just tried has failed in the store: no use in trying at once, in ms. */
const SHORTEST = 100;

/** Sees to it that scheduled actions are published on time. */
export interface DueTimer {
  /** Looks now: after a change, or when a page comes back into view. */
  wake(): void;
  stop(): void;
}

/** Calls `publishDue` at the times that it asks for, one call at a time, until stopped. */
export function startDueTimer(publishDue: () => Promise<Timestamp | null>, now: () => Date): DueTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let stopped = false;
  const look = async (): Promise<void> => {
    if (stopped) return;
    again = running;
    if (running) return;
    running = true;
    clearTimeout(timer);
    const due = await publishDue().catch(() => undefined);
    running = false;
    if (again) return look();
    if (due !== null) timer = later(due === undefined ? LONGEST : Date.parse(due) - now().getTime());
    if (stopped) clearTimeout(timer);
  };
  const later = (ms: number) => setTimeout(() => void look(), Math.min(ms > 0 ? ms : SHORTEST, LONGEST));
  void look();
  return {
    wake: () => void look(),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
