import type { Change } from './changes.js';
import type { InputOf, Operation, OutputOf } from './operation.js';

/** A key is needed exactly where an operation creates; made when the person first presses the button. */
export type CallOptions<O extends Operation = Operation> = {
  readonly signal?: AbortSignal;
} & (O['idempotent'] extends true ? { readonly key: string } : { readonly key?: undefined });

type Rest<O extends Operation> = O['idempotent'] extends true
  ? [options: CallOptions<O>]
  : [options?: CallOptions<O>];

/** What became of a write that may wait for the network. */
export type Submission<T> = { readonly state: 'done'; readonly output: T } | { readonly state: 'queued' };

/** What elements talk to. Rejects with `ClientError`, or with an `AbortError` when the signal was aborted. */
export interface Client {
  call<O extends Operation>(operation: O, input: InputOf<O>, ...rest: Rest<O>): Promise<OutputOf<O>>;
  /** A write that is kept on the device until the backend has it, where the client has an outbox; a call otherwise. */
  submit<O extends Operation & { readonly idempotent: true }>(
    operation: O,
    input: InputOf<O>,
    options: CallOptions<O>,
  ): Promise<Submission<OutputOf<O>>>;
  /** Tells what changed, from now on. The answer stops it. */
  subscribe(listener: (change: Change) => void): () => void;
}

/**
 * The small plug: one call in, one raw answer out. The input is already checked; the answer is checked by the client.
 * Rejects with `ClientError` or `ProblemError` where a backend refuses.
 */
export interface Transport {
  send(
    operation: Operation,
    input: unknown,
    options: { readonly signal?: AbortSignal; readonly key?: string },
  ): Promise<unknown>;
  subscribe?(listener: (change: Change) => void): () => void;
}
