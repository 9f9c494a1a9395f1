import { createParser } from 'eventsource-parser';

import type { Change } from '@groundswell/elements/contract';

export interface HeardEvent {
  readonly id: string | undefined;
  readonly changes: readonly Change[];
}

/** Somebody at the other end of a stream. */
export class EventReader {
  readonly events: HeardEvent[] = [];
  readonly retries: number[] = [];
  readonly comments: string[] = [];
  hasEnded = false;
  readonly ended: Promise<void>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #waiting = new Set<() => void>();

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
    this.ended = this.#read().catch(() => this.#noteEnd());
  }

  get lastId(): string {
    return this.events.at(-1)?.id ?? '';
  }

  /** Waits until something is true of what was heard. */
  async until(isTrue: (reader: this) => boolean): Promise<void> {
    while (!isTrue(this)) {
      if (this.hasEnded) throw new Error('The stream has ended before.');
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  leave(): Promise<void> {
    return this.#reader.cancel();
  }

  async #read(): Promise<void> {
    const parser = createParser({
      onEvent: ({ id, data }) => this.events.push({ id, ...(JSON.parse(data) as { changes: Change[] }) }),
      onRetry: (milliseconds) => this.retries.push(milliseconds),
      onComment: (comment) => this.comments.push(comment),
    });
    const decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await this.#reader.read();
      if (done) break;
      parser.feed(decoder.decode(value, { stream: true }));
      this.#wake();
    }
    this.#noteEnd();
  }

  #noteEnd(): void {
    this.hasEnded = true;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
