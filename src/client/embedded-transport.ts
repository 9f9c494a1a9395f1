import type { Caller } from '../contract/caller.js';
import type { Change } from '../contract/changes.js';
import type { Transport } from '../contract/client.js';
import type { OperationName } from '../contract/contract.js';
import type { Dispatch } from '../contract/dispatch.js';

export interface EmbeddedTransportOptions {
  /** How to hear of changes. Whoever does not organize is not told which action it was. */
  readonly subscribe?: (listener: (change: Change) => void) => () => void;
}

/**
 * Reaches a backend that runs in the same page.
 *
 * @param dispatch - The way in to that backend.
 * @param caller - Who calls; a function where that can change, asked again for every call.
 */
export function embeddedTransport(
  dispatch: Dispatch,
  caller: Caller | (() => Caller | Promise<Caller>),
  { subscribe }: EmbeddedTransportOptions = {},
): Transport {
  const callerNow = typeof caller === 'function' ? caller : () => caller;
  const listen = (heard: (change: Change) => void, tell: NonNullable<typeof subscribe>) => {
    const stopped = new AbortController();
    const stop = tell((change) => {
      void Promise.resolve(callerNow()).then(({ role }) => {
        if (!stopped.signal.aborted) heard(role === 'staff' ? change : { ...change, actionId: null });
      });
    });
    return () => {
      stopped.abort();
      stop();
    };
  };
  return {
    send: async (operation, input, { signal, key }) => {
      signal?.throwIfAborted();
      const answer = dispatch(await callerNow(), operation.name as OperationName, input, { key, signal });
      return signal === undefined ? answer : abortable(answer, signal);
    },
    ...(subscribe === undefined ? {} : { subscribe: (listener) => listen(listener, subscribe) }),
  };
}

/** Stops waiting when asked to. A write that is under way lands all the same. */
async function abortable<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const listening = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true, signal: listening.signal });
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    listening.abort();
    answer.catch(() => undefined);
  }
}
