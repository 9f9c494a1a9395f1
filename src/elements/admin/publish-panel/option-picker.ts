import type { Client } from '../../../contract/client.js';
import { ClientQuery, type QueryState } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { SettledValue } from '../../../controllers/settled-value.js';
import type { Id } from '../../../domain/values/id-schema.js';

/** Something to choose. */
export interface Option {
  readonly id: Id;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly note?: () => string;
}

export interface OptionPage {
  readonly items: readonly Option[];
  readonly nextCursor: string | null;
  readonly total: number;
}

export type LoadOptions = (
  client: Client,
  query: { search: string; limit: number; cursor?: string },
  signal: AbortSignal,
) => Promise<OptionPage>;

interface PickerSteps {
  readonly load: LoadOptions;
  readonly chosen: () => readonly Id[];
  readonly choose: (ids: readonly Id[]) => void;
}

/** How many options come at once. */
export const PAGE_SIZE = 20;
const NAMES_AT_ONCE = 100;
/** Further than this nobody is looked for just to show a name. */
const NAMES_PAGES = 20;

/** A searchable list of things to choose, loaded when it is opened and page by page. */
export class OptionPicker {
  readonly #host: ClientHost;
  readonly #steps: PickerSteps;
  readonly #query: ClientQuery<readonly [string | undefined, number], OptionPage>;
  readonly #naming: ClientQuery<readonly [string | undefined], null>;
  readonly #search: SettledValue;
  readonly #names = new Map<Id, Option>();
  #typed = '';
  #isOpen = false;
  #pages = 1;
  #onMore: (() => void) | undefined;
  #shown: { readonly search: string; readonly page: OptionPage } | undefined;

  constructor(host: ClientHost, steps: PickerSteps) {
    this.#host = host;
    this.#steps = steps;
    this.#search = new SettledValue(host, () => (this.#isOpen ? this.#typed.trim() : undefined), 250);
    this.#query = new ClientQuery(
      host,
      (client, [search = '', pages], signal) => this.#load(client, search, pages, signal),
      () => [this.#search.value, this.#pages] as const,
    );
    this.#naming = new ClientQuery(
      host,
      (client, [wanted = ''], signal) => this.#findNames(client, wanted.split(' '), signal),
      () => [this.#unnamed] as const,
    );
  }

  get state(): QueryState<OptionPage> {
    return this.#query.state;
  }

  /** What is there to choose from, the last list also while another one is loading. */
  get page(): OptionPage | undefined {
    return this.#query.value ?? this.#shown?.page;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isLoading(): boolean {
    return this.#search.isWaiting || this.#query.isLoading;
  }

  get typed(): string {
    return this.#typed;
  }

  get chosen(): readonly Id[] {
    return this.#steps.chosen();
  }

  /** Whether names are still being looked up. */
  get isNaming(): boolean {
    return this.#unnamed !== undefined && !['ready', 'failed'].includes(this.#naming.state.status);
  }

  /** The option with this id, once it has been seen; `undefined` before, and for one that no longer exists. */
  find(id: Id): Option | undefined {
    return this.#names.get(id);
  }

  open(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  type(text: string): void {
    this.#typed = text;
    this.#pages = 1;
    this.#host.requestUpdate();
  }

  retry(): void {
    void this.#query.reload();
  }

  /** Adds the next page to the list; `then` is called when it is shown. */
  more(then: () => void): void {
    this.#pages += 1;
    this.#onMore = then;
    this.#host.requestUpdate();
  }

  toggle(id: Id): void {
    const { chosen } = this;
    this.#steps.choose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  }

  async #load(client: Client, search: string, pages: number, signal: AbortSignal): Promise<OptionPage> {
    const last = pages > 1 && this.#shown?.search === search ? this.#shown.page : undefined;
    const cursor = last?.nextCursor ?? undefined;
    const next = await this.#steps.load(
      client,
      { search, limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) },
      signal,
    );
    this.#remember(next.items);
    const page = { ...next, items: [...(last?.items ?? []), ...next.items] };
    if (signal.aborted) return page;
    this.#shown = { search, page };
    if (this.#onMore !== undefined) setTimeout(this.#onMore);
    this.#onMore = undefined;
    return page;
  }

  /** The ids that are chosen and have no name yet, as one text; `undefined` where there are none. */
  get #unnamed(): string | undefined {
    const unnamed = this.chosen.filter((id) => !this.#names.has(id));
    return unnamed.length === 0 ? undefined : unnamed.join(' ');
  }

  async #findNames(client: Client, wanted: readonly Id[], signal: AbortSignal): Promise<null> {
    let cursor: string | undefined;
    for (let pages = 0; pages < NAMES_PAGES; pages += 1) {
      const query = { search: '', limit: NAMES_AT_ONCE, ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await this.#steps.load(client, query, signal);
      this.#remember(items);
      if (nextCursor === null || wanted.every((id) => this.#names.has(id))) break;
      cursor = nextCursor;
    }
    this.#host.requestUpdate();
    return null;
  }

  #remember(options: readonly Option[]): void {
    for (const option of options) this.#names.set(option.id, option);
  }
}
