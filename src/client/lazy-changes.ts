import type { Change } from '../contract/changes.js';
import type { Transport } from '../contract/client.js';

/** Somebody listens: until the signal, every change is to be told. */
export interface Following {
  /** The answer of `changes.list` at the moment when somebody began to listen. */
  readonly place: Promise<unknown>;
  readonly tell: (changes: readonly Change[]) => void;
  readonly signal: AbortSignal;
}

/**
 * Learns of changes as long as anybody listens, by code that is loaded when the first one does. The place from which
 * changes count is asked for at once, so that nothing is missed while that code is on its way.
 */
export function lazyChanges(
  askPlace: (signal: AbortSignal) => Promise<unknown>,
  follow: (following: Following) => Promise<void>,
): NonNullable<Transport['subscribe']> {
  const listeners = new Set<(change: Change) => void>();
  let stop: AbortController | undefined;
  /** Each on its own, so that one who fails keeps the news from nobody. */
  const tell = (changes: readonly Change[]) => {
    for (const change of changes)
      for (const listener of listeners) void Promise.resolve(change).then(listener);
  };
  const start = ({ signal }: AbortController) => {
    const place = askPlace(signal);
    // It ends by being stopped, which is no failure. Where the code does not arrive, the page is as it was loaded.
    Promise.all([follow({ place, tell, signal }), place]).catch(() => undefined);
  };
  return (listener) => {
    const own = (change: Change) => {
      if (listeners.has(own)) listener(change);
    };
    listeners.add(own);
    if (stop === undefined) start((stop = new AbortController()));
    return () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      stop?.abort();
      stop = undefined;
    };
  };
}
