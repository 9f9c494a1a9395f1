import type { TransactionMode } from '../ports.js';

interface Waiting {
  readonly mode: TransactionMode;
  readonly begin: () => void;
}

/** Lets readers run side by side and writers alone, in the order in which they came. */
export class AccessQueue {
  #readers = 0;
  #isWriting = false;
  readonly #waiting: Waiting[] = [];

  async run<T>(mode: TransactionMode, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.#waiting.push({ mode, begin });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      if (mode === 'read') this.#readers -= 1;
      else this.#isWriting = false;
      this.#admit();
    }
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#isWriting || (next.mode === 'write' && this.#readers > 0)) return;
      this.#waiting.shift();
      if (next.mode === 'read') this.#readers += 1;
      else this.#isWriting = true;
      next.begin();
    }
  }
}
