import type { Callable } from '../contract/call.js';
import type { Client, Submission, Transport } from '../contract/client.js';
import { ClientError, isAbort, toClientError } from '../contract/client-error.js';
import { ProblemError } from '../contract/problem-error.js';
import { readShape } from '../contract/read-shape.js';
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
  const call = async (operation: Callable, input: unknown, { signal, key }: SendOptions = {}) => {
    try {
      signal?.throwIfAborted();
      const answer = await transport.send(operation, input, {
        ...(signal !== undefined && { signal }),
        ...(key !== undefined && { key }),
      });
      return readAnswer(operation, answer);
    } catch (error) {
      throw toFailure(error, signal);
    }
  };
  const submit = async (
    operation: Callable,
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
    upload: transport.upload,
  } as Client;
}

function readAnswer(operation: Callable, answer: unknown): unknown {
  try {
    return 'answer' in operation ? readShape(operation.answer, answer) : operation.output.parse(answer);
  } catch (cause) {
    throw new ClientError('broken-contract', {}, { cause });
  }
}

function toFailure(error: unknown, signal: AbortSignal | undefined): unknown {
  if (isAbort(error)) return error;
  if (signal?.aborted === true) return new DOMException('The call was stopped.', 'AbortError');
  return error instanceof ProblemError
    ? new ClientError(error.code, error.details, { cause: error })
    : toClientError(error);
}
