import type { ProblemDetails } from './problem.js';
import type { ProblemCode } from './problem-code.js';

/** Every way in which a call can fail, as seen by the caller. An abort is not among them: it stays an `AbortError`. */
export type ClientErrorCode = ProblemCode | 'offline' | 'timed-out' | 'broken-contract';

/** The one error with which a client rejects. It never carries what a person typed. */
export class ClientError extends Error {
  override readonly name = 'ClientError';

  constructor(
    readonly code: ClientErrorCode,
    readonly details: ProblemDetails = {},
    options?: ErrorOptions,
  ) {
    super(details.reason === undefined ? code : `${code}: ${details.reason}`, options);
  }

  /** Whether the very same call may succeed later without anybody changing anything. */
  get isTransient(): boolean {
    return TRANSIENT.has(this.code);
  }
}

const TRANSIENT: ReadonlySet<ClientErrorCode> = new Set([
  'offline',
  'timed-out',
  'in-progress',
  'rate-limited',
  'unavailable',
  'internal',
]);

/** Whether somebody stopped the call on purpose. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** Any failure as the one error that elements know; aborts must be let through before. */
export const toClientError = (error: unknown): ClientError =>
  error instanceof ClientError ? error : new ClientError('internal', {}, { cause: error });
