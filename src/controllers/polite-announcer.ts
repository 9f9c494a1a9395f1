import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Says news to those who can't see it, but not all of it: what comes soon after the last is kept, and only the newest of
 * it is said.
 */
export class PoliteAnnouncer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #pause: number;
  #text = '';
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param pause - How long to be quiet after each announcement, in milliseconds. */
  constructor(host: ReactiveControllerHost, pause: number) {
    this.#host = host;
    this.#pause = pause;
    host.addController(this);
  }

  /** What a status region shows. */
  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    if (this.#timer !== undefined) {
      this.#waiting = text;
      return;
    }
    this.#text = text;
    this.#timer = setTimeout(() => this.#goOn(), this.#pause);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #goOn(): void {
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) this.say(waiting);
  }
}
