import type { After } from '../../../server/src/live/after.js';

interface Planned {
  readonly at: number;
  readonly run: () => void;
}

/** Time that passes only when it is told to, for one part and for nothing else. */
export class FakeTime {
  #now = 0;
  readonly #planned = new Set<Planned>();

  get waiting(): number {
    return this.#planned.size;
  }

  readonly after: After = (milliseconds, run) => {
    const planned = { at: this.#now + milliseconds, run };
    this.#planned.add(planned);
    return () => void this.#planned.delete(planned);
  };

  /** Lets time pass, and whatever was set off by it come to its end. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settle();
      const next = [...this.#planned].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#planned.delete(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
    await settle();
  }
}

/** Whatever waits for promises only. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
