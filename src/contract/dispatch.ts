import type * as z from 'zod/mini';

import { toFieldIssue } from '../domain/values/field-issue-schema.js';
import { mayCall, type Caller } from './caller.js';
import { contract, type Contract, type OperationName } from './contract.js';
import type { OutputOf, ParsedInputOf } from './operation.js';
import { ProblemError } from './problem-error.js';

/** What a handler knows beside its input. */
export interface HandlerContext {
  readonly caller: Caller;
  /** The idempotency key, where the operation creates. */
  readonly key: string | undefined;
}

export type Handlers = {
  readonly [Name in OperationName]: (
    input: ParsedInputOf<Contract[Name]>,
    context: HandlerContext,
  ) => Promise<OutputOf<Contract[Name]>>;
};

export interface DispatchOptions {
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Runs one operation for one caller and answers its output. Rejects with nothing but `ProblemError` and `AbortError`. */
export type Dispatch = (
  caller: Caller,
  name: OperationName,
  input: unknown,
  options?: DispatchOptions,
) => Promise<unknown>;

/**
 * The one way in to a backend: may this caller ask, is the input right, run, and answer no more than the contract says.
 *
 * @param handlers - One function per operation.
 * @param report - Told of what nobody foresaw; the caller only hears `internal`.
 */
export function createDispatch(
  handlers: Handlers,
  report: (error: unknown, name: OperationName) => void,
): Dispatch {
  return async (caller, name, input, { key, signal } = {}) => {
    signal?.throwIfAborted();
    const operation = contract[name];
    if (!mayCall(caller, operation.access))
      throw new ProblemError(caller.role === 'visitor' ? 'unauthenticated' : 'forbidden');
    if (operation.idempotent && !isKey(key)) throw new ProblemError('key-required');
    const parsed = (operation.input as z.ZodMiniType).safeParse(input);
    if (!parsed.success)
      throw new ProblemError('invalid-input', { fields: parsed.error.issues.map(toFieldIssue) });
    const handler = handlers[name] as (input: unknown, context: HandlerContext) => Promise<unknown>;
    try {
      const output = await handler(parsed.data, { caller, key: operation.idempotent ? key : undefined });
      return (operation.output as z.ZodMiniType).parse(output);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      report(error, name);
      throw new ProblemError('internal');
    }
  };
}

const isKey = (key: string | undefined): boolean => key !== undefined && /^[\x21-\x7e]{8,128}$/.test(key);
