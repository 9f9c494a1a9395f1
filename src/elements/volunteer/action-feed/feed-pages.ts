import type { ReactiveControllerHost } from 'lit';

import { toClientError, type ClientError } from '../../../contract/client-error.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { ClientFailedEvent } from '../../../events/failure-events.js';
import { emit } from '../../../events/event-families.js';
import { extendFeed, loadFeed, type FeedFilter, type FeedView } from './load-feed.js';

type Host = ClientHost & ReactiveControllerHost & { readonly limit: number };

/** The pages of the feed under one filter. Whoever has loaded three keeps three when something changes. */
export class FeedPages {
  readonly query: ClientQuery<readonly [], FeedView>;
  readonly #host: Host;
  #filter: FeedFilter = { kinds: [], featuredOnly: false, search: '' };
  #more: 'idle' | 'loading' | ClientError = 'idle';

  constructor(host: Host) {
    this.#host = host;
    this.query = new ClientQuery(
      host,
      (client, _, signal) => {
        const count = Math.max(this.#step, this.query.value?.filter === this.#filter ? this.#shown : 0);
        return loadFeed(client, this.#filter, { count, signal });
      },
      () => [],
      { reloadOn: ({ topic }) => topic === 'actions' },
    );
  }

  get filter(): FeedFilter {
    return this.#filter;
  }

  /** Whether what is shown is that of an older filter, since the newer is not here yet. */
  get isBehind(): boolean {
    return this.query.value !== undefined && this.query.value.filter !== this.#filter;
  }

  get isLoadingMore(): boolean {
    return this.#more === 'loading';
  }

  /** Why the next page could not be loaded, if it could not. */
  get failure(): ClientError | undefined {
    return typeof this.#more === 'string' ? undefined : this.#more;
  }

  /** Shows what another filter lets through; keeps what is shown until that has been loaded. */
  setFilter(filter: FeedFilter): void {
    if (JSON.stringify(filter) === JSON.stringify(this.#filter)) return;
    this.#filter = filter;
    if (this.#host.hasUpdated) void this.query.reload();
  }

  /** Loads one page more and answers how many actions it brought; `undefined` where it did not. */
  async loadMore(): Promise<number | undefined> {
    const { client, value: view } = this.query;
    if (client === undefined || view === undefined || view.nextCursor === null || this.isLoadingMore) return;
    this.#become('loading');
    try {
      const longer = await extendFeed(client, view, { count: view.items.length + this.#step });
      this.#become('idle');
      if (this.query.value !== view) return await this.loadMore();
      this.query.set(longer);
      return longer.items.length - view.items.length;
    } catch (error) {
      const failure = toClientError(error);
      this.#become(failure);
      emit(this.#host, new ClientFailedEvent(failure.code));
      return undefined;
    }
  }

  get #step(): number {
    return Math.min(100, Math.max(1, Math.trunc(this.#host.limit) || 20));
  }

  get #shown(): number {
    return this.query.value?.items.length ?? 0;
  }

  #become(more: 'idle' | 'loading' | ClientError): void {
    this.#more = more;
    this.#host.requestUpdate();
  }
}
