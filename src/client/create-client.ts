import type { Client, Submission, Transport } from '../contract/client.js';
import { ClientError, isAbort, toClientError } from '../contract/client-error.js';
import type { Operation } from '../contract/operation.js';
import { ProblemError } from '../contract/problem.js';
import type { Creation, Outbox } from './outbox/outbox.js';

export interface CreateClientOptions {
  /** Keeps writes that may wait for the network. Without one, `submit` is an ordinary call. */
  readonly outbox?: Pick<Outbox, 'submit'> | undefined;
}

interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  readonly key?: string | undefined;
}

/**
 * A client over any transport. It checks every answer against the operation, so that what elements get is what the
 * contract says.
 *
 * @throws Every method rejects with `ClientError` (`broken-contract` where an answer is not what was agreed), or with
 *   an `AbortError` when the signal was aborted.
 */
export function createClient(transport: Transport, { outbox }: CreateClientOptions = {}): Client {
  const call = async (operation: Operation, input: unknown, { signal, key }: SendOptions = {}) => {
    try {
      signal?.throwIfAborted();
      const answer = await transport.send(operation, input, {
        ...(signal !== undefined && { signal }),
        ...(key !== undefined && { key }),
      });
      const parsed = operation.output.safeParse(answer);
      if (parsed.success) return parsed.data;
      throw new ClientError('broken-contract', {}, { cause: parsed.error });
    } catch (error) {
      throw toFailure(error, signal);
    }
  };
  const submit = async (
    operation: Operation,
    input: unknown,
    options: SendOptions & { readonly key: string },
  ): Promise<Submission<unknown>> =>
    outbox !== undefined && operation.queueable
      ? outbox.submit(operation as Creation, input, options)
      : { state: 'done', output: await call(operation, input, options) };
  return {
    call,
    submit,
    subscribe: (listener) => transport.subscribe?.(listener) ?? (() => undefined),
  } as Client;
}

function toFailure(error: unknown, signal: AbortSignal | undefined): unknown {
  if (isAbort(error)) return error;
  if (signal?.aborted === true) return new DOMException('The call was stopped.', 'AbortError');
  return error instanceof ProblemError
    ? new ClientError(error.code, error.details, { cause: error })
    : toClientError(error);
}
