import type { Client } from '../contract/client.js';
import { ClientError, toClientError } from '../contract/client-error.js';
import { recordPerform } from '../contract/calls/perform.js';
import type { PerformResult } from '../domain/perform/perform-schema.js';
import type { Id, Timestamp } from '../domain/values/id-schema.js';
import { ActionPerformedEvent } from '../events/action-events.js';
import { emit } from '../events/event-families.js';
import { ClientFailedEvent } from '../events/failure-events.js';
import { ClientSource, type ClientHost } from './client-source.js';
import { now } from './clock.js';
import { newKey } from './new-key.js';

interface Attempt {
  readonly actionId: Id;
  readonly shareToken: string | undefined;
  readonly result: PerformResult;
  key: string;
  readonly occurredAt: Timestamp;
  isRunning: boolean;
  /** Why it could not be recorded the last time. */
  error?: ClientError | undefined;
}

/**
 * What became of the latest result; `failed` as long as any result is still to be recorded. `waiting` is kept on this
 * device until the network is back.
 */
export type RecordState =
  | { readonly status: 'idle' | 'saving' | 'recorded' | 'waiting' }
  | { readonly status: 'failed'; readonly error: ClientError };

/**
 * Records what a person did. The key is made when it happened and stays the same until the backend has it, so that neither
 * a double press nor a retry counts twice. Results of different kinds don't wait for each other.
 */
export class PerformRecorder {
  readonly #host: ClientHost;
  readonly #source: ClientSource;
  readonly #attempts = new Map<string, Attempt>();
  #state: RecordState = { status: 'idle' };

  constructor(host: ClientHost) {
    this.#host = host;
    this.#source = ClientSource.of(host);
  }

  get state(): RecordState {
    return this.#state;
  }

  /** Records a result of an action; a result that is being recorded already is not recorded again. */
  record(actionId: Id, result: PerformResult, shareToken?: string): Promise<void> {
    const name = JSON.stringify([actionId, result]);
    const begun = { actionId, shareToken, result, key: newKey(), occurredAt: now().toISOString() };
    const attempt = this.#attempts.get(name) ?? { ...begun, isRunning: false };
    this.#attempts.set(name, attempt);
    return this.#run(name, attempt);
  }

  /** Tries again whatever has failed. */
  readonly retry = (): void => {
    for (const [name, attempt] of this.#attempts) void this.#run(name, attempt);
  };

  async #run(name: string, attempt: Attempt): Promise<void> {
    if (attempt.isRunning) return;
    attempt.isRunning = true;
    attempt.error = undefined;
    this.#become({ status: 'saving' });
    try {
      const submission = await this.#submit(this.#source.client, attempt);
      this.#attempts.delete(name);
      this.#settle(submission.state === 'queued' ? 'waiting' : 'recorded');
      const { actionId, result } = attempt;
      const { kind, outcome } = result;
      const queued = submission.state === 'queued';
      emit(this.#host, new ActionPerformedEvent({ actionId, kind, outcome, queued }));
    } catch (error) {
      this.#fail(attempt, toClientError(error));
    }
  }

  #submit(client: Client | undefined, { actionId, result, occurredAt, shareToken, key }: Attempt) {
    if (client === undefined) throw new ClientError('unavailable');
    const input = { actionId, result, occurredAt, ...(shareToken !== undefined && { shareToken }) };
    return client.submit(recordPerform, input, { key });
  }

  /** Whatever the reason, it stays to be tried again: people sign in, and an answer that is no answer may be a yes. */
  #fail(attempt: Attempt, error: ClientError): void {
    attempt.isRunning = false;
    attempt.error = error;
    if (error.code === 'key-reused') attempt.key = newKey();
    this.#become({ status: 'failed', error });
    emit(this.#host, new ClientFailedEvent(error.code));
  }

  /** One that got through says nothing about another that did not. */
  #settle(status: 'recorded' | 'waiting'): void {
    const failed = [...this.#attempts.values()].find(({ error }) => error !== undefined);
    this.#become(failed?.error === undefined ? { status } : { status: 'failed', error: failed.error });
  }

  #become(state: RecordState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
