import type { FeedAction } from '../../../contract/feed.js';
import { ClientQuery, type QueryState } from '../../../controllers/client-query.js';
import type { ClientHost } from '../../../controllers/client-source.js';
import { now } from '../../../controllers/clock.js';
import { decideStart } from '../../../domain/action/decide-start.js';
import { loadOthers, loadPage } from './load-page.js';
import { PERFORMING_ELEMENTS } from './performing-elements.js';

type Host = ClientHost & {
  readonly actionId: string | undefined;
  readonly shareToken: string | undefined;
  readonly action: FeedAction | undefined;
};

export type OthersQuery = Pick<
  ClientQuery<readonly unknown[], readonly FeedAction[]>,
  'state' | 'isLoading' | 'reload'
>;

/** The action of the page, and a few others to go on with where there is nothing more to do here. */
export class PageQuery {
  readonly #host: Host;
  readonly #loaded: ClientQuery<readonly [string | undefined, string], FeedAction>;
  readonly #others: ClientQuery<readonly [string | undefined], readonly FeedAction[]>;
  readonly #isDone: () => boolean;
  #last: FeedAction | undefined;

  constructor(host: Host, isDone: () => boolean) {
    this.#host = host;
    this.#isDone = isDone;
    this.#loaded = new ClientQuery(
      host,
      (client, [id, shareToken], signal) => loadPage(client, { id: id ?? '', shareToken }, signal),
      () => [this.#id ?? (host.shareToken === undefined ? undefined : ''), host.shareToken ?? ''],
      { reloadOn: ({ topic }) => topic === 'actions' },
    );
    this.#others = new ClientQuery(
      host,
      (client, [id], signal) => loadOthers(client, id ?? '', signal),
      () => [this.wantsOthers ? (this.shown?.id ?? '') : undefined],
    );
  }

  /** What is shown keeps its place while something newer is loading, for instance for somebody who has signed in. */
  get state(): QueryState<FeedAction> {
    const { state } = this.#loaded;
    if (state.status === 'ready') this.#last = state.value;
    const value = this.shown;
    const isSettled = state.status === 'ready' || state.status === 'failed';
    return isSettled || value === undefined ? state : { status: 'ready', value, error: undefined };
  }

  get isLoading(): boolean {
    return this.#loaded.isLoading;
  }

  /** Which action is asked for, in whatever way. */
  get target(): string {
    return `${this.#id ?? ''} ${this.#host.shareToken ?? ''}`;
  }

  /** The newest that is known of the action, if anything is. */
  get shown(): FeedAction | undefined {
    const known = this.#loaded.value ?? this.#last;
    const isAsked = known !== undefined && (this.#id === undefined || known.id === this.#id);
    return isAsked ? known : this.#host.action;
  }

  /** The next actions. Loading them again also asks again for the action itself, which may be there after all. */
  get others(): OthersQuery {
    const { state, isLoading } = this.#others;
    const reload = async () => {
      await Promise.all([this.#loaded.reload(), this.#others.reload()]);
    };
    return { state, isLoading, reload };
  }

  get wantsOthers(): boolean {
    const { state } = this;
    if (state.status === 'failed') return isUnavailable(state.error);
    return state.status === 'ready' && (this.#isDone() || !mayPerform(state.value));
  }

  reload(): Promise<void> {
    return this.#loaded.reload();
  }

  set(action: FeedAction): void {
    this.#loaded.set(action);
  }

  forget(): void {
    this.#last = undefined;
  }

  get #id(): string | undefined {
    return this.#host.actionId ?? this.#host.action?.id;
  }
}

/** Whether there is no such action for this person, as opposed to something that may pass. */
export const isUnavailable = ({ code }: { readonly code: string }): boolean =>
  code === 'not-found' || code === 'gone';

const mayPerform = (action: FeedAction): boolean =>
  PERFORMING_ELEMENTS[action.content.kind] !== undefined && decideStart(action, now()) !== 'closed';
