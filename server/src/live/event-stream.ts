import type { ChangeEvent, Subscriber } from './change-hub.js';

export interface EventStreamOptions {
  /** Told once when the stream has ended, whoever ended it. */
  readonly ended: () => void;
  /** Ends the connection itself, of somebody who does not read. */
  readonly cutOff: () => void;
}

/** How much may wait for a reader, in bytes: some hundred events. Whoever is further behind can as well ask again. */
const MAY_WAIT = 64 * 1024;

const encoder = new TextEncoder();

/** One open stream of server-sent events (WHATWG HTML, section 9.2). */
export class EventStream implements Subscriber {
  readonly body: ReadableStream<Uint8Array>;
  readonly #options: EventStreamOptions;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.body = new ReadableStream<Uint8Array>(
      { start: (controller) => void (this.#controller = controller), cancel: () => this.#end() },
      new ByteLengthQueuingStrategy({ highWaterMark: MAY_WAIT }),
    );
  }

  get isOpen(): boolean {
    return this.#controller !== undefined;
  }

  tell({ cursor, changes }: ChangeEvent): void {
    this.#write(`id: ${cursor}\ndata: ${JSON.stringify({ changes })}\n\n`);
  }

  /** A comment, so that no machine in between takes the silence for the end. */
  beat(): void {
    this.#write(':\n\n');
  }

  /** Says when to come back, in milliseconds, after the stream has ended or broken. */
  suggestRetry(milliseconds: number): void {
    this.#write(`retry: ${Math.round(milliseconds)}\n\n`);
  }

  close(): void {
    const controller = this.#controller;
    this.#end();
    controller?.close();
  }

  #write(text: string): void {
    if (this.#controller === undefined) return;
    if ((this.#controller.desiredSize ?? 0) <= 0) {
      this.close();
      this.#options.cutOff();
      return;
    }
    this.#controller.enqueue(encoder.encode(text));
  }

  #end(): void {
    if (this.#controller === undefined) return;
    this.#controller = undefined;
    this.#options.ended();
  }
}
