import type { ReactiveController } from 'lit';

import type { ACTION_SORTS } from '../../../contract/action-sort.js';
import { listActions, type ActionList } from '../../../contract/calls/actions.js';
import type { Client } from '../../../contract/client.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { ActionStatus } from '../../../domain/action/action-schema.js';

export type StatusFilter = ActionStatus | 'all';
export type Sort = (typeof ACTION_SORTS)[number];

/** Titles from A, publish times from the next one; everything else newest first. */
const ASCENDING: ReadonlySet<Sort> = new Set(['title', 'publish_at']);
const PAGE = 20;

type ListHost = ClientHost & { kind: ActionKind | ''; searchDelay: number };
type ListArgs = readonly [kind: ActionKind | '', status: StatusFilter, search: string, sort: Sort];

/** The list of actions: filter, search, sort, as many pages as were asked for, and what was last seen while it loads. */
export class ActionListController implements ReactiveController {
  readonly #host: ListHost;
  readonly query: ClientQuery<ListArgs, ActionList>;
  #status: StatusFilter = 'all';
  #search = '';
  #sort: Sort = 'updated';
  #wanted = PAGE;
  #isLoadingMore = false;
  #last: ActionList | undefined;
  #typed = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ListHost) {
    this.#host = host;
    this.query = new ClientQuery(
      host,
      (client, args, signal) => this.#load(client, args, signal),
      () => [host.kind, this.#status, this.#search, this.#sort] as const,
      { reloadOn: ({ topic }) => topic === 'actions' },
    );
    host.addController(this);
  }

  get status(): StatusFilter {
    return this.#status;
  }

  get sort(): Sort {
    return this.#sort;
  }

  /** What is in the search field, also before it is searched for. */
  get typed(): string {
    return this.#typed;
  }

  get isFiltered(): boolean {
    return this.#status !== 'all' || this.#search !== '';
  }

  get isLoadingMore(): boolean {
    return this.#isLoadingMore;
  }

  /** What to show: the last list while the next one is on its way. */
  get list(): ActionList | undefined {
    return this.query.value ?? this.#last;
  }

  get isCurrent(): boolean {
    return this.query.value !== undefined;
  }

  hostUpdate(): void {
    this.#last = this.query.value ?? this.#last;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  filter(status: StatusFilter): void {
    this.#status = status;
    this.#restart();
  }

  sortBy(sort: Sort): void {
    this.#sort = sort;
    this.#restart();
  }

  /** Searches once nothing more is typed for a moment. */
  search(text: string): void {
    this.#typed = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#search = text.trim();
      this.#restart();
    }, this.#host.searchDelay);
  }

  showAll(): void {
    clearTimeout(this.#timer);
    this.#typed = '';
    this.#search = '';
    this.#status = 'all';
    this.#restart();
  }

  async loadMore(): Promise<void> {
    if (this.#isLoadingMore) return;
    this.#isLoadingMore = true;
    this.#wanted += PAGE;
    this.#host.requestUpdate();
    await this.query.reload().catch(() => undefined);
    this.#isLoadingMore = false;
    this.#host.requestUpdate();
  }

  #restart(): void {
    this.#wanted = PAGE;
    this.#host.requestUpdate();
  }

  /** As many pages as were asked for, one after the other. */
  async #load(
    client: Client,
    [kind, status, search, sort]: ListArgs,
    signal: AbortSignal,
  ): Promise<ActionList> {
    const filters = {
      kinds: kind === '' ? [] : [kind],
      statuses: status === 'all' ? [] : [status],
      search,
      sort,
      descending: !ASCENDING.has(sort),
      limit: PAGE,
    };
    let list = await client.call(listActions, filters, { signal });
    while (list.nextCursor !== null && list.items.length < this.#wanted) {
      const next = await client.call(listActions, { ...filters, cursor: list.nextCursor }, { signal });
      list = { ...next, items: [...list.items, ...next.items] };
    }
    return list;
  }
}
