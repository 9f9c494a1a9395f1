import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts seconds down to zero while its element is on the page. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #left = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Seconds that are left. */
  get left(): number {
    return this.#left;
  }

  start(seconds: number): void {
    this.#left = seconds;
    this.#goOn();
  }

  hostConnected(): void {
    this.#goOn();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #goOn(): void {
    clearTimeout(this.#timer);
    this.#host.requestUpdate();
    if (this.#left <= 0) return;
    this.#timer = setTimeout(() => {
      this.#left -= 1;
      this.#goOn();
    }, 1000);
  }
}
