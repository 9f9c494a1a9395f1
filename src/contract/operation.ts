import type * as z from 'zod/mini';

import type { ProblemCode } from './problem-code.js';

export const ACCESS_LEVELS = ['public', 'volunteer', 'staff'] as const;

/** Who may call: anybody, anybody with an account, or those who organize. */
export type Access = (typeof ACCESS_LEVELS)[number];

type Schema = z.ZodMiniType;

/**
 * One thing that a client can ask of a backend, as a value: how it looks in HTTP, who may ask, what goes in, what comes
 * out, and which problems may be the answer (beside those that every operation has).
 */
export interface Operation<
  Name extends string = string,
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Idempotent extends boolean = boolean,
> {
  /** Noun and verb, such as `actions.publish`. */
  readonly name: Name;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A path with `{parameters}` that are members of the input. */
  readonly path: string;
  readonly access: Access;
  /** Whether a call creates something and therefore carries an idempotency key. */
  readonly idempotent: Idempotent;
  /** Whether the input carries the `version` that the caller has read, sent as `If-Match`. */
  readonly versioned: boolean;
  /** Whether a call may wait in the outbox until the network is back. */
  readonly queueable: boolean;
  readonly input: Input;
  readonly output: Output;
  readonly problems: readonly ProblemCode[];
}

export type InputOf<O extends Operation> = z.input<O['input']>;
export type ParsedInputOf<O extends Operation> = z.output<O['input']>;
export type OutputOf<O extends Operation> = z.output<O['output']>;

interface Definition<Name extends string, Input extends Schema, Output extends Schema> {
  readonly name: Name;
  readonly summary: string;
  readonly method: Operation['method'];
  readonly path: string;
  readonly access: Access;
  readonly versioned?: boolean;
  readonly queueable?: boolean;
  readonly input: Input;
  readonly output: Output;
  readonly problems?: readonly ProblemCode[];
}

/** Declares an operation that can be repeated without harm. */
// @__NO_SIDE_EFFECTS__
export function operation<const Name extends string, Input extends Schema, Output extends Schema>(
  definition: Definition<Name, Input, Output>,
): Operation<Name, Input, Output, false> {
  return { versioned: false, queueable: false, problems: [], ...definition, idempotent: false };
}

/** Declares an operation that creates: calling it without an idempotency key does not compile. */
// @__NO_SIDE_EFFECTS__
export function creation<const Name extends string, Input extends Schema, Output extends Schema>(
  definition: Definition<Name, Input, Output>,
): Operation<Name, Input, Output, true> {
  return { versioned: false, queueable: false, problems: [], ...definition, idempotent: true };
}
