/** Looks for work whenever it is woken, and now and then by itself. */
export interface Worker {
  /** Looks now, or again once the present look is over. */
  wake(): void;
  /** Begins nothing further, and answers when what was begun is done. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Does everything that is due; begins nothing further once the signal says so. */
  readonly look: (signal: AbortSignal) => Promise<unknown>;
  /** The longest between two looks, in ms: retries fall due without anybody waking anyone. */
  readonly every: number;
  readonly report?: (error: unknown) => void;
}

/** One look at a time, the first one at once. */
export function startWorker({ look, every, report }: WorkerOptions): Worker {
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let isWanted = false;
  const run = async (): Promise<void> => {
    while (isWanted && !stopped.signal.aborted) {
      isWanted = false;
      await look(stopped.signal).catch((error: unknown) => report?.(error));
    }
    looking = undefined;
    if (!stopped.signal.aborted) timer = setTimeout(wake, every);
  };
  const wake = (): void => {
    clearTimeout(timer);
    isWanted = true;
    looking ??= run();
  };
  wake();
  return {
    wake,
    stop: async () => {
      stopped.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}
