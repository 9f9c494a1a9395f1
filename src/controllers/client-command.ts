import type { Client } from '../contract/client.js';
import { type ClientError, isAbort, toClientError } from '../contract/client-error.js';
import { emit } from '../events/event-families.js';
import { ClientFailedEvent } from '../events/failure-events.js';
import { ClientSource, type ClientHost } from './client-source.js';
import { newKey } from './new-key.js';

export type CommandState<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly error: ClientError };

export interface CommandSteps<Arg, T> {
  /** The event that asks; a host that cancels it stops the command. */
  readonly request?: (arg: Arg) => Event;
  /** The write itself. `key` stays the same until this very argument has been accepted or finally refused. */
  readonly run: (client: Client, arg: Arg, key: string) => Promise<T>;
  /** The event that announces what is true now. */
  readonly done?: (value: T, arg: Arg) => Event;
}

/**
 * A write: ask, run, announce. A second press while it runs does nothing; it is not aborted when the element leaves the
 * page, since it may have landed; a retry of the same argument after a passing failure reuses its key.
 */
export class ClientCommand<Arg, T> {
  readonly #host: ClientHost;
  readonly #source: ClientSource;
  readonly #steps: CommandSteps<Arg, T>;
  #state: CommandState<T> = { status: 'idle' };
  #attempt: { readonly arg: string; readonly key: string } | undefined;

  constructor(host: ClientHost, steps: CommandSteps<Arg, T>) {
    this.#host = host;
    this.#steps = steps;
    this.#source = ClientSource.of(host);
  }

  get state(): CommandState<T> {
    return this.#state;
  }

  get isRunning(): boolean {
    return this.#state.status === 'running';
  }

  get error(): ClientError | undefined {
    return this.#state.status === 'failed' ? this.#state.error : undefined;
  }

  /** Forgets the last outcome. */
  reset(): void {
    if (this.isRunning) return;
    this.#become({ status: 'idle' });
  }

  /** Runs once; `undefined` where it was stopped, is already running or has failed (see `error`). */
  async execute(arg: Arg): Promise<T | undefined> {
    const client = this.#source.client;
    if (client === undefined || this.isRunning) return undefined;
    if (this.#steps.request !== undefined && !emit(this.#host, this.#steps.request(arg))) return undefined;
    this.#become({ status: 'running' });
    try {
      const value = await this.#steps.run(client, arg, this.#keyFor(arg));
      this.#attempt = undefined;
      this.#become({ status: 'done', value });
      if (this.#steps.done !== undefined) emit(this.#host, this.#steps.done(value, arg));
      return value;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    if (isAbort(error)) {
      this.#become({ status: 'idle' });
      return;
    }
    const failure = toClientError(error);
    // An answer that we cannot read may be a yes: only the same key finds out.
    if (!failure.isTransient && failure.code !== 'broken-contract') this.#attempt = undefined;
    this.#become({ status: 'failed', error: failure });
    emit(this.#host, new ClientFailedEvent(failure.code));
  }

  #keyFor(arg: Arg): string {
    const fingerprint = JSON.stringify({ arg });
    if (this.#attempt?.arg !== fingerprint) this.#attempt = { arg: fingerprint, key: newKey() };
    return this.#attempt.key;
  }

  #become(state: CommandState<T>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
