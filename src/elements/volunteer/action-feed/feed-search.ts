import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { ACTION_KINDS, type ActionKind } from '../../../domain/action/action-kind.js';
import type { FeedPages } from './feed-pages.js';
import type { FeedView } from './load-feed.js';
import { parseKinds } from './parse-kinds.js';

type Host = ReactiveControllerHost & {
  readonly featuredOnly: boolean;
  readonly searchDelay: number;
};

/** What somebody looks for in the feed: words, and one kind of those that there are. */
export class FeedSearch implements ReactiveController {
  readonly #host: Host;
  readonly #pages: FeedPages;
  #own: readonly ActionKind[] = [];
  #offered: readonly ActionKind[] = ACTION_KINDS;
  #chosen: ActionKind | undefined;
  #typed = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, pages: FeedPages) {
    this.#host = host;
    this.#pages = pages;
    host.addController(this);
  }

  get text(): string {
    return this.#typed;
  }

  get kind(): ActionKind | undefined {
    return this.#chosen;
  }

  /** The kinds to choose from. */
  get kinds(): readonly ActionKind[] {
    return this.#own.length === 0 ? this.#offered : this.#own;
  }

  /** Whether the person has narrowed the feed. */
  get isNarrow(): boolean {
    return this.#typed.trim() !== '' || this.#chosen !== undefined;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Keeps to the kinds that the page asks for. */
  limitTo(attribute: string): void {
    this.#own = parseKinds(attribute);
  }

  /** Offers no kinds of which there are no actions, once all actions are known. */
  learn({ items, nextCursor }: FeedView): void {
    if (this.isNarrow) return;
    const present = new Set(items.map(({ content }) => content.kind));
    this.#offered = nextCursor === null ? ACTION_KINDS.filter((kind) => present.has(kind)) : ACTION_KINDS;
  }

  readonly type = (text: string): void => {
    this.#typed = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.apply, this.#host.searchDelay);
  };

  readonly choose = (kind: ActionKind | undefined): void => {
    this.#chosen = kind;
    this.apply();
  };

  clear(): void {
    this.#typed = '';
    this.choose(undefined);
  }

  readonly apply = (): void => {
    clearTimeout(this.#timer);
    const kinds = this.#chosen === undefined ? this.#own : [this.#chosen];
    this.#pages.setFilter({ kinds, featuredOnly: this.#host.featuredOnly, search: this.#typed.trim() });
    this.#host.requestUpdate();
  };
}
