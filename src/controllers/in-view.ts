import type { ReactiveController, ReactiveElement } from 'lit';

/** How long half of an element must be in view before a person has seen it, in milliseconds. */
export const SEEN_AFTER = 1000;

/**
 * Tells once when at least half of an element has been in view for a second. Tall elements count when they fill half of
 * the window.
 */
export class InView implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #onSeen: () => void;
  #observer: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDone = false;

  constructor(host: ReactiveElement, onSeen: () => void) {
    this.#host = host;
    this.#onSeen = onSeen;
    host.addController(this);
  }

  /** Begins anew, for what the element shows now. */
  restart(): void {
    this.hostDisconnected();
    this.#isDone = false;
    if (this.#host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    if (this.#isDone) return;
    this.#observer = new IntersectionObserver(this.#onChange, { threshold: [0, 0.25, 0.5, 0.75, 1] });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #onChange = (entries: IntersectionObserverEntry[]) => {
    const entry = entries.at(-1);
    if (entry === undefined || !isHalfInView(entry)) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#isDone = true;
      this.#observer?.disconnect();
      this.#onSeen();
    }, SEEN_AFTER);
  };
}

function isHalfInView({
  intersectionRatio,
  intersectionRect,
  rootBounds,
}: IntersectionObserverEntry): boolean {
  return (
    intersectionRatio >= 0.5 || (rootBounds !== null && intersectionRect.height >= rootBounds.height / 2)
  );
}
