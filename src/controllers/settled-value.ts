import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * A text that follows what is typed or chosen only once nothing has changed for a moment, so that not every key asks a
 * backend. The first text is there at once.
 */
export class SettledValue implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #latest: () => string | undefined;
  readonly #delay: number;
  #settled: string | undefined;
  #awaited: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param delay - How long it must stay the same, in milliseconds. */
  constructor(host: ReactiveControllerHost, latest: () => string | undefined, delay: number) {
    this.#host = host;
    this.#latest = latest;
    this.#delay = delay;
    host.addController(this);
  }

  get value(): string | undefined {
    return this.#settled;
  }

  /** Whether a newer text waits for its moment. */
  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  hostUpdate(): void {
    const latest = this.#latest();
    if (latest === this.#awaited) return;
    this.#awaited = latest;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#settled === undefined || latest === undefined) this.#settled = latest;
    else if (latest !== this.#settled) this.#timer = setTimeout(() => this.#settle(), this.#delay);
  }

  hostConnected(): void {
    if (this.#awaited !== this.#settled) this.#settle();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #settle(): void {
    this.#timer = undefined;
    this.#settled = this.#awaited;
    this.#host.requestUpdate();
  }
}
