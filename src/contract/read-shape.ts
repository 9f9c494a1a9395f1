/**
 * What an answer must look like, as data: small enough to be loaded by every page. Compiled from the schemas of the
 * contract by `scripts/compile-calls.mjs`; nobody writes one by hand.
 *
 * `s` text, `n` number, `b` true or false, `x` anything; otherwise a list that begins with what it is: `l` one of these
 * values, `a` a list of, `o` an object of, `r` any keys with values of, `u` one of these shapes, `m` both of these objects in one, `0` or null, `?` or
 * missing, `d` or missing and then this.
 */
export type Shape =
  | 's'
  | 'n'
  | 'b'
  | 'x'
  | readonly ['l', ...(string | number | boolean | null)[]]
  | readonly ['a' | 'r' | '0' | '?', Shape]
  | readonly ['o', { readonly [Key in string]: Shape }]
  | readonly ['u', ...Shape[]]
  | readonly ['m', Shape, Shape]
  | readonly ['d', Shape, unknown];

const TYPES = { s: 'string', n: 'number', b: 'boolean' } as const;
const MISMATCH = new TypeError('Not the shape that was agreed.');

/**
 * A value as its shape says: without members that nobody knows, with what may be missing filled in.
 *
 * @throws TypeError where the value is of another shape.
 */
export function readShape(shape: Shape, value: unknown): unknown {
  if (typeof shape === 'string') return shape === 'x' || typeof value === TYPES[shape] ? value : refuse();
  switch (shape[0]) {
    case 'l':
      return shape.slice(1).includes(value as string) ? value : refuse();
    case 'a':
      return Array.isArray(value) ? value.map((item) => readShape(shape[1], item)) : refuse();
    case 'o':
      return readMembers(Object.entries(shape[1]), value);
    case 'r':
      return isObject(value)
        ? readMembers(
            Object.keys(value).map((key) => [key, shape[1]]),
            value,
          )
        : refuse();
    case 'u':
      return readOneOf(shape.slice(1) as Shape[], value);
    case 'm':
      return Object.assign(readShape(shape[1], value) as object, readShape(shape[2], value));
    case '0':
      return value === null ? null : readShape(shape[1], value);
    case '?':
      return value === undefined ? undefined : readShape(shape[1], value);
    case 'd':
      return value === undefined ? structuredClone(shape[2]) : readShape(shape[1], value);
  }
}

function readMembers(members: (readonly [string, Shape])[], value: unknown): unknown {
  if (!isObject(value)) refuse();
  const read: Record<string, unknown> = {};
  for (const [key, shape] of members) {
    const member = readShape(shape, Object.hasOwn(value, key) ? value[key] : undefined);
    if (member !== undefined && key !== '__proto__') read[key] = member;
  }
  return read;
}

function readOneOf(shapes: readonly Shape[], value: unknown): unknown {
  for (const shape of shapes) {
    try {
      return readShape(shape, value);
    } catch {
      // Perhaps the next one.
    }
  }
  return refuse();
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse(): never {
  throw MISMATCH;
}
