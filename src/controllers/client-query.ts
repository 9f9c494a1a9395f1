import type { ReactiveController } from 'lit';

import type { Change } from '../contract/changes.js';
import type { Client } from '../contract/client.js';
import { type ClientError, isAbort, toClientError } from '../contract/client-error.js';
import { emit } from '../events/event-families.js';
import { ClientFailedEvent } from '../events/failure-events.js';
import { ClientSource, type ClientHost } from './client-source.js';

/** How long a load may take before the page says so, in milliseconds. Faster answers show no flicker. */
export const PENDING_DELAY = 200;

export type QueryState<T> =
  | { readonly status: 'no-client' }
  /** Loading, and too early to say so. */
  | { readonly status: 'initial' }
  | { readonly status: 'pending' }
  /** Loaded. `error` says why a later load has failed, which makes the value stale. */
  | { readonly status: 'ready'; readonly value: T; readonly error: ClientError | undefined }
  | { readonly status: 'failed'; readonly error: ClientError };

type Load<Args extends readonly unknown[], T> = (
  client: Client,
  args: Args,
  signal: AbortSignal,
) => Promise<T>;

interface QueryOptions {
  /** Which changes make the value worth loading again. */
  readonly reloadOn?: (change: Change) => boolean;
}

/**
 * A read. Loads when the client or the arguments change (aborting what is under way), on changes that matter, and on
 * request; keeps the last good value when a later load of the same arguments fails. An argument that is `undefined`
 * means there is nothing to load yet.
 */
export class ClientQuery<const Args extends readonly unknown[], T> implements ReactiveController {
  readonly #host: ClientHost;
  readonly #source: ClientSource;
  readonly #load: Load<Args, T>;
  readonly #args: () => Args;
  readonly #options: QueryOptions;
  #state: QueryState<T> = { status: 'initial' };
  #asked: readonly unknown[] = [];
  #loaded: readonly unknown[] = [];
  #running: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #subscribedTo: Client | undefined;
  #unsubscribe: (() => void) | undefined;
  #isInterrupted = false;

  constructor(host: ClientHost, load: Load<Args, T>, args: () => Args, options: QueryOptions = {}) {
    this.#host = host;
    this.#load = load;
    this.#args = args;
    this.#options = options;
    this.#source = ClientSource.of(host);
    host.addController(this);
  }

  get state(): QueryState<T> {
    return this.#source.client === undefined ? { status: 'no-client' } : this.#state;
  }

  /** The last good value, also while a newer one is loading. */
  get value(): T | undefined {
    return this.#state.status === 'ready' ? this.#state.value : undefined;
  }

  get client(): Client | undefined {
    return this.#source.client;
  }

  get isLoading(): boolean {
    return this.#timer !== undefined || this.#state.status === 'pending';
  }

  /** Whether the last load has failed, with or without an older value to show. */
  get isFailing(): boolean {
    const { state } = this;
    return state.status === 'failed' || (state.status === 'ready' && state.error !== undefined);
  }

  /** Loads again, keeping what is shown. */
  reload(): Promise<void> {
    return this.#run([this.#source.client, ...this.#args()]);
  }

  /** Replaces the value by a newer one that a write has answered. */
  set(value: T): void {
    this.#settle({ status: 'ready', value, error: undefined });
  }

  hostConnected(): void {
    if (!this.#isInterrupted) return;
    this.#isInterrupted = false;
    void this.reload();
  }

  hostUpdated(): void {
    const { client } = this.#source;
    const asked = [client, ...this.#args()];
    if (!areSame(asked, this.#asked)) void this.#run(asked);
    this.#listen(client);
  }

  hostDisconnected(): void {
    this.#isInterrupted = this.isLoading || this.#subscribedTo !== undefined;
    this.#stopListening();
    this.#clearTimer();
    this.#running?.abort();
  }

  #listen(client: Client | undefined): void {
    if (client === this.#subscribedTo || this.#options.reloadOn === undefined) return;
    // An element may update once more after it has left the page; from then on no client may hold it.
    if (!this.#host.isConnected) return;
    this.#stopListening();
    this.#subscribedTo = client;
    this.#unsubscribe = client?.subscribe((change) => {
      if (this.#options.reloadOn?.(change) === true) void this.reload();
    });
  }

  async #run(asked: readonly unknown[]): Promise<void> {
    const [client, ...args] = asked as [Client | undefined, ...Args];
    this.#running?.abort();
    this.#asked = asked;
    if (!areSame(asked, this.#loaded)) this.#state = { status: 'initial' };
    // Not during an update, which is when new arguments are noticed.
    queueMicrotask(() => this.#host.requestUpdate());
    if (client === undefined || args.includes(undefined)) return;
    const { signal } = (this.#running = new AbortController());
    this.#startTimer();
    try {
      const value = await this.#load(client, args, signal);
      if (signal.aborted) return;
      this.#loaded = asked;
      this.#settle({ status: 'ready', value, error: undefined });
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#fail(toClientError(error));
    }
  }

  #fail(error: ClientError): void {
    const last = this.#state;
    this.#settle(last.status === 'ready' ? { ...last, error } : { status: 'failed', error });
    emit(this.#host, new ClientFailedEvent(error.code));
  }

  #settle(state: QueryState<T>): void {
    this.#clearTimer();
    this.#state = state;
    this.#host.requestUpdate();
  }

  #startTimer(): void {
    this.#clearTimer();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#state.status === 'ready') return;
      this.#state = { status: 'pending' };
      this.#host.requestUpdate();
    }, PENDING_DELAY);
  }

  #clearTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #stopListening(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#subscribedTo = undefined;
  }
}

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
