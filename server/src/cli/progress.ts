import cliProgress from 'cli-progress';

/** Where progress can be drawn, which it is on a terminal only. */
export type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface Progress {
  /** How far it has come, of how much. */
  show(done: number, total: number): void;
  stop(): void;
}

const SILENT: Progress = { show: () => undefined, stop: () => undefined };

/** A bar for long work; nothing where the output goes into a file or another program. */
export function showProgress(screen: Screen, doing: string): Progress {
  if (screen.isTTY !== true) return SILENT;
  const bar = new cliProgress.SingleBar({
    stream: screen,
    format: `${doing} {bar} {percentage}% · {value} of {total}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  let isShown = false;
  return {
    show: (done, total) => {
      if (!isShown) bar.start(total, done);
      isShown = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
