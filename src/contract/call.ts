import type * as z from 'zod/mini';

import type { Operation } from './operation.js';
import type { Shape } from './read-shape.js';

/** What a transport has to know of an operation. */
export type Route = Pick<Operation, 'name' | 'method' | 'path' | 'idempotent' | 'versioned' | 'queueable'>;

/**
 * An operation as a page carries it: where it goes and what its answer looks like, without the schemas. Elements call
 * these; whoever has the schemas anyway, such as a test or a server, may call the operation itself.
 */
export interface Call<O extends Operation = Operation> extends Route {
  readonly name: O['name'];
  readonly idempotent: O['idempotent'];
  readonly answer: Shape;
  /** The operation that it stands for; exists for types alone. */
  readonly of?: O;
}

export type Callable = Operation | Call;

/** The operation behind either of the two. */
type Behind<C extends Callable> = C extends Operation ? C : C extends Call<infer O> ? O : never;

/** What goes in. */
export type CallInput<C extends Callable> = z.input<Behind<C>['input']>;

/** What comes out. */
export type CallOutput<C extends Callable> = z.output<Behind<C>['output']>;
