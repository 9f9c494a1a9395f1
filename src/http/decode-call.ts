import type * as z from 'zod/mini';

import { ProblemError } from '../contract/problem-error.js';
import type { Route } from './find-route.js';
import { readJson } from './read-json.js';

export interface DecodedCall {
  /** What was sent, not yet checked against the operation. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly key: string | undefined;
}

/**
 * The call in a request: the mirror of `encodeCall`. Names come from the operation and never from the request, save
 * the members of a JSON body; the path says which thing it is about, whatever the body says.
 *
 * @throws ProblemError `version-required` where a versioned operation comes without `If-Match`; what `readJson` throws.
 */
export async function decodeCall(
  { operation, parameters }: Route,
  request: Request,
  maxBodyBytes: number,
): Promise<DecodedCall> {
  const { method } = operation;
  const input =
    method === 'GET' || method === 'DELETE'
      ? decodeQuery(operation.input, new URL(request.url).searchParams)
      : { ...(await readJson(request, maxBodyBytes)) };
  if (operation.versioned) input['version'] = readVersion(request.headers.get('if-match'));
  for (const [name, value] of parameters) input[name] = value;
  return { input, key: request.headers.get('idempotency-key') ?? undefined };
}

function readVersion(header: string | null): number {
  // `*` would overwrite whatever is there, which is what the version is to prevent.
  if (header === null || header === '*') throw new ProblemError('version-required');
  const version = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new ProblemError('invalid-input', { fields: [{ path: 'version', code: 'invalid' }] });
  return Number(version);
}

type Schema = z.core.$ZodType & { readonly _zod: { readonly def: SchemaShape } };

/** As much of a schema's insides as a query needs. */
interface SchemaShape {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
}

function decodeQuery(schema: z.core.$ZodType, query: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, member] of Object.entries((schema as Schema)._zod.def.shape ?? {})) {
    const values = query.getAll(name);
    if (values.length > 0) input[name] = decodeValues(unwrap(member), values);
  }
  return input;
}

function decodeValues(shape: SchemaShape, values: readonly string[]): unknown {
  if (shape.type === 'array' && shape.element !== undefined) {
    const element = unwrap(shape.element);
    return values.map((value) => decodeOne(element, value));
  }
  // Two values where there should be one are left as they are, for the operation to refuse.
  return values.length === 1 ? decodeOne(shape, values[0] ?? '') : values;
}

function decodeOne({ type }: SchemaShape, value: string): unknown {
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
  if (type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
  return value;
}

function unwrap(schema: Schema): SchemaShape {
  const { def } = schema._zod;
  return def.innerType === undefined ? def : unwrap(def.innerType);
}
