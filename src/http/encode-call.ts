import type { Route } from '../contract/call.js';
import { ClientError } from '../contract/client-error.js';

/** A call as the parts of a request, without what the session adds. */
export interface EncodedCall {
  readonly method: Route['method'];
  /** Path and query, to be put behind the base address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As much as is asked of a member here; a body takes anything that is JSON. */
type Value = string | number | boolean | readonly string[] | undefined;

/**
 * How a call looks in HTTP. Path parameters are taken from the input and the version becomes `If-Match`; of what is
 * left, GET and DELETE make a query (lists repeat their name) and the others a JSON body.
 *
 * @throws ClientError `invalid-input` where a value cannot be part of a path, `key-required` for a key that cannot be
 *   a header.
 */
export function encodeCall(operation: Route, input: unknown, key?: string): EncodedCall {
  const { method, versioned } = operation;
  const rest = { ...(input as Record<string, Value>) };
  const take = (name: string): Value => {
    const value = rest[name];
    Reflect.deleteProperty(rest, name);
    return value;
  };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(name, take(name)));
  const headers: Record<string, string> = { accept: 'application/json' };
  const version = versioned ? take('version') : undefined;
  if (version !== undefined) headers['if-match'] = `"${String(version)}"`;
  if (key !== undefined) headers['idempotency-key'] = checkKey(key);
  if (method === 'GET' || method === 'DELETE') return { method, path: path + encodeQuery(rest), headers };
  headers['content-type'] = 'application/json';
  return { method, path, headers, body: JSON.stringify(rest) };
}

/** A browser resolves `.` and `..` even where they are escaped, and would ask for something else. */
function encodeSegment(name: string, value: Value): string {
  const text = typeof value === 'string' ? value : '';
  if (/^\.{0,2}$|\p{Surrogate}/u.test(text))
    throw new ClientError('invalid-input', { fields: [{ path: name, code: 'invalid' }] });
  return encodeURIComponent(text);
}

function checkKey(key: string): string {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new ClientError('key-required');
  return key;
}

function encodeQuery(values: Record<string, Value>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
