import type { LitElement, ReactiveController } from 'lit';

/** Keeps the focus near its place when the article that has it leaves the feed, or the button that had it is gone. */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  #at = -1;
  #wanted: number | undefined;
  #isRestoring = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get articles(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll('article')];
  }

  /** Moves the focus to an article once it is there. */
  moveTo(index: number): void {
    this.#wanted = index;
    this.#host.requestUpdate();
  }

  /** Brings the focus back into the feed where nothing has it. */
  readonly restore = (): void => {
    this.#isRestoring = true;
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    if (!this.#host.hasUpdated) return;
    const focused = this.#focused;
    this.#at = focused === null ? -1 : this.articles.findIndex((article) => article.contains(focused));
  }

  hostUpdated(): void {
    const isLost = (this.#at >= 0 || this.#isRestoring) && this.#focused === null;
    const wanted = this.#wanted ?? (isLost ? Math.max(0, this.#at) : undefined);
    this.#wanted = undefined;
    this.#isRestoring = false;
    if (wanted === undefined) return;
    const { articles } = this;
    (articles[wanted] ?? articles.at(-1))?.focus();
  }

  get #focused(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }
}
