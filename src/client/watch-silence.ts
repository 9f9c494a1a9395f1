/** Ends what has been silent for too long. */
export interface SilenceWatch {
  /** Aborted after a silence, or when the outer signal is. */
  readonly signal: AbortSignal;
  /** Something was heard: from now on, so many milliseconds of silence are fine. */
  hear(patience: number): void;
  stop(): void;
}

/**
 * Watches from now on.
 *
 * @param patience - How many milliseconds of silence are fine at the beginning.
 */
export function watchSilence(outer: AbortSignal, patience: number, tooSilent: () => void): SilenceWatch {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const give = (time: number) =>
    setTimeout(() => {
      tooSilent();
      abort();
    }, time);
  let timer = give(patience);
  outer.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    hear: (time) => {
      clearTimeout(timer);
      timer = give(time);
    },
    stop: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
      abort();
    },
  };
}
