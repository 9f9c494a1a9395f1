/** Runs something after so many milliseconds, unless the answer is called before. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** By the clock of the machine; what is only waited for does not keep the process alive. */
export const afterRealTime: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timer);
};
