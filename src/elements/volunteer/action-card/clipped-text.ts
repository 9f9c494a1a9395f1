import type { ReactiveController, ReactiveElement } from 'lit';

/** Knows whether some text of the card is longer than its lines. Measured after layout, whenever the card changes size. */
export class ClippedText implements ReactiveController {
  readonly #host: ReactiveElement;
  #observer: ResizeObserver | undefined;
  #isClipped = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get isClipped(): boolean {
    return this.#isClipped;
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    const texts = [...this.#host.renderRoot.querySelectorAll('.clamped')];
    const isClipped = texts.some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
    if (isClipped === this.#isClipped) return;
    this.#isClipped = isClipped;
    // In a frame of its own: a change of size inside a resize notification is reported to the page as an error.
    requestAnimationFrame(() => this.#host.requestUpdate());
  }
}
