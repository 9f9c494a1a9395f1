import type { MediaPurpose } from '../domain/media/decide-media.js';
import type { Id } from '../domain/values/id-schema.js';
import type { CallInput, CallOutput, Callable, Route } from './call.js';
import type { Change } from './changes.js';

/** A key is needed exactly where an operation creates; made when the person first presses the button. */
export type CallOptions<C extends Callable = Callable> = {
  readonly signal?: AbortSignal;
} & (C['idempotent'] extends true ? { readonly key: string } : { readonly key?: undefined });

type Rest<C extends Callable> = C['idempotent'] extends true
  ? [options: CallOptions<C>]
  : [options?: CallOptions<C>];

/** What became of a write that may wait for the network. */
export type Submission<T> = { readonly state: 'done'; readonly output: T } | { readonly state: 'queued' };

/** What elements talk to. Rejects with `ClientError`, or with an `AbortError` when the signal was aborted. */
export interface Client {
  call<C extends Callable>(operation: C, input: CallInput<C>, ...rest: Rest<C>): Promise<CallOutput<C>>;
  /** A write that is kept on the device until the backend has it, where the client has an outbox; a call otherwise. */
  submit<C extends Callable & { readonly idempotent: true }>(
    operation: C,
    input: CallInput<C>,
    options: CallOptions<C>,
  ): Promise<Submission<CallOutput<C>>>;
  /** Tells what changed, from now on. The answer stops it. */
  subscribe(listener: (change: Change) => void): () => void;
  /**
   * Sends a picture or a video, where the backend keeps any. The same file again, after a failure, goes on where it was
   * left. Rejects with `unsupported` where the backend turns out to take no files.
   */
  readonly upload?: Upload;
}

export type Upload = (file: Blob, options: UploadOptions) => Promise<UploadedMedia>;

export interface UploadOptions {
  /** Decides what the file may be, and how large. */
  readonly purpose: MediaPurpose;
  readonly signal?: AbortSignal | undefined;
  /** Hears which part of the file the backend has, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A file that the backend keeps, as it found it. */
export interface UploadedMedia {
  readonly id: Id;
  /** Where everybody can see it. */
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
  /** In pixels; null for a video. */
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * The small plug: one call in, one raw answer out. The input is already checked; the answer is checked by the client.
 * Rejects with `ClientError` or `ProblemError` where a backend refuses.
 */
export interface Transport {
  send(
    operation: Route,
    input: unknown,
    options: { readonly signal?: AbortSignal; readonly key?: string },
  ): Promise<unknown>;
  subscribe?(listener: (change: Change) => void): () => void;
  readonly upload?: Upload;
}
