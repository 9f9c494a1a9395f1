import type { Submission } from '../../contract/client.js';
import type { ClientErrorCode } from '../../contract/client-error.js';
import type { Callable } from '../../contract/call.js';

/** One write that is kept on the device. It holds what was sent and for whom, never a token. */
export interface OutboxItem {
  /** The idempotency key, made when the person first pressed the button: what makes sending twice harmless. */
  readonly key: string;
  /** The name of the operation. */
  readonly operation: string;
  readonly input: unknown;
  /** Whose it is. Only sent as this person. */
  readonly owner: string;
  /** Which backend it is for. */
  readonly backend: string;
  /** When it was written, in milliseconds since 1970. */
  readonly createdAt: number;
  /** How often a backend has failed to answer it. */
  readonly attempts: number;
  /** Not sent by the timer before this time, in milliseconds since 1970. */
  readonly notBefore: number;
  /** `waiting` to be sent; `refused` for good, and kept until the person has seen why. */
  readonly state: 'waiting' | 'refused';
  /** Why it was refused; `timed-out` where it has waited for too long. */
  readonly code: ClientErrorCode | null;
}

/** An operation that takes an idempotency key. */
export type Creation = Callable & { readonly idempotent: true };

/** How safe a store is: on the device, or only as long as the page is open. */
export type Persistence = 'device' | 'memory';

/** Writes that wait on the device until the backend has them. */
export interface Outbox {
  readonly persistence: Persistence;
  /**
   * Keeps a write and sends it. `done` with the checked answer, or `queued` where the backend could not be reached.
   *
   * @throws ClientError where the backend refuses (it is then not kept), `unsupported` for an operation that may not
   *   wait on a device, `too-large` beyond the limits, `key-reused` for the key of another write. AbortError when the
   *   signal was aborted; the write is kept all the same.
   */
  submit(
    operation: Creation,
    input: unknown,
    options: { readonly key: string; readonly signal?: AbortSignal | undefined },
  ): Promise<Submission<unknown>>;
  /** What this person has not sent yet, oldest first. */
  list(): Promise<readonly OutboxItem[]>;
  /** Tries again now: one item, also a refused one, or all that wait. Resolves when it has been tried. */
  retry(key?: string): Promise<void>;
  /** Forgets an item for good: the person has seen why it was refused, or does not want it sent. */
  discard(key: string): Promise<void>;
  /** Tells the list after every change made by this page. The answer stops it. */
  subscribe(listener: (items: readonly OutboxItem[]) => void): () => void;
  /** What this person has not sent, as JSON text to be saved to a file. */
  exportItems(): Promise<string>;
  /** Stops sending; what waits stays. */
  close(): void;
}
