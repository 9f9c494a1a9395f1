import { listChanges, type Change } from '../contract/calls/changes.js';
import type { CallOutput } from '../contract/call.js';
import { CHANGE_TOPICS } from '../contract/change-topic.js';
import { readShape } from '../contract/read-shape.js';
import type { Transport } from '../contract/client.js';
import { ClientError } from '../contract/client-error.js';
import type { Sleep } from './sleep.js';

export interface PollOptions {
  /** Milliseconds between two questions. */
  readonly interval: number;
  readonly sleep: Sleep;
}

/** The longest pause after failures, in milliseconds. */
const LONGEST = 60_000;

const isHidden = (): boolean =>
  (globalThis as { readonly document?: { readonly hidden?: boolean } }).document?.hidden === true;

/**
 * Learns of changes by asking for them again and again, as long as somebody listens: not while the page is hidden, and
 * less often while the backend fails.
 */
export function pollChanges(
  send: Transport['send'],
  { interval, sleep }: PollOptions,
): NonNullable<Transport['subscribe']> {
  const listeners = new Set<(change: Change) => void>();
  let stop: AbortController | undefined;
  const poll = async (signal: AbortSignal) => {
    let cursor: string | undefined;
    let failures = 0;
    for (;;) {
      try {
        if (!isHidden()) {
          const raw = await send(listChanges, { cursor }, { signal });
          const answer = readShape(listChanges.answer, raw) as CallOutput<typeof listChanges>;
          cursor = answer.cursor;
          failures = 0;
          tell(answer.changes);
        }
      } catch (error) {
        failures++;
        if (cursor !== undefined && error instanceof ClientError && error.code === 'invalid-input') {
          // What happened since is not to be known any more, so that everything is worth loading again.
          cursor = undefined;
          tell(CHANGE_TOPICS.map((topic) => ({ topic, actionId: null })));
        }
      }
      await sleep(Math.min(LONGEST, interval * 2 ** failures), signal);
    }
  };
  /** Each on its own, so that one who fails keeps the news from nobody. */
  const tell = (changes: readonly Change[]) => {
    for (const change of changes)
      for (const listener of listeners) void Promise.resolve(change).then(listener);
  };
  return (listener) => {
    const own = (change: Change) => {
      if (listeners.has(own)) listener(change);
    };
    listeners.add(own);
    if (stop === undefined) {
      stop = new AbortController();
      // It ends by being stopped, which is no failure.
      poll(stop.signal).catch(() => undefined);
    }
    return () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      stop?.abort();
      stop = undefined;
    };
  };
}
