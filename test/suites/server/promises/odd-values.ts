import * as fc from 'fast-check';

/** Texts that have broken programs before: nothing, control characters, halves of characters, other scripts, lengths. */
export const ODD_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u0007',
    '\ud800',
    'a\udfff',
    '\ufeff',
    '\u202eabc',
    '\u200b',
    '\u2028',
  ],
  ...[
    'ﷺ',
    '👩🏽‍🌾',
    '𝒳𐍈',
    'مرحبا',
    'e\u0301'.repeat(50),
    'İi̇ıI',
    'ß',
    '\uffff',
    '%00',
    '%',
    '../../etc',
    '..',
    '.',
  ],
  ...[
    "'; drop table users; --",
    '%_\\',
    '\\',
    '"',
    '{}',
    '[]',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '0x1F',
  ],
  ...[
    'a'.repeat(201),
    'é'.repeat(321),
    '🙂'.repeat(600),
    'x'.repeat(20_001),
    '-'.repeat(64),
    '{{first_name}}',
  ],
];

/** Times at the edges of what clocks and databases know. */
export const ODD_TIMES: readonly string[] = [
  ...[
    '0000-01-01T00:00:00.000Z',
    '0001-01-01T00:00:00.000Z',
    '1582-10-10T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
  ],
  ...[
    '2026-02-29T12:00:00.000Z',
    '2026-06-30T23:59:60.000Z',
    '2038-01-19T03:14:08.000Z',
    '9999-12-31T23:59:59.999Z',
  ],
  ...[
    '2999-01-01T00:00:00.123456789Z',
    '+275760-09-13T00:00:00.000Z',
    '2026-01-01T00:00:00+14:00',
    '2026-01-01',
  ],
  ...['2026-01-01T24:00:00.000Z', '2026-03-08T07:30:00Z', 'infinity', 'epoch', 'now'],
];

const ODD_NUMBERS: readonly number[] = [
  ...[0, -0, -1, 1, 0.5, 1e-7, 101, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, 2 ** 53 + 2],
  ...[1e21, 1e308, -1e308, Number.MIN_VALUE, 2 ** 63],
];

const nested = (depth: number, inside: unknown): unknown =>
  depth === 0 ? inside : depth % 2 === 0 ? [nested(depth - 1, inside)] : { a: nested(depth - 1, inside) };

/** Anything that JSON can hold, and preferably what nobody thought of. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...ODD_TEXTS),
  fc.constantFrom<unknown>(...ODD_TIMES),
  fc.constantFrom<unknown>(...ODD_NUMBERS),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    Array(1001).fill('a'),
    Array(300).fill({}),
  ),
  fc.integer({ min: 5, max: 60 }).map((depth) => nested(depth, 'deep')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Every place in a value, the value itself first. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members = Array.isArray(value)
    ? value.map((member, index) => [index, member] as const)
    : Object.entries(value);
  return [path, ...members.flatMap(([name, member]) => placesIn(member, [...path, name]))];
}

/** What a broken value has in one place instead; `undefined` leaves the member out. */
export interface Damage {
  readonly at: number;
  readonly what: unknown;
}

export const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat({ max: 40 }),
  what: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 5, arbitrary: oddValue }),
});

/** A value that is broken in one place. */
export function breakAt(value: object, { at, what }: Damage): object {
  const places = placesIn(value).slice(1);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return { odd: what };
  const copy = structuredClone(value) as Record<string | number, unknown>;
  let holder = copy;
  for (const name of place.slice(0, -1)) holder = holder[name] as Record<string | number, unknown>;
  const last = place.at(-1) ?? '';
  if (what === undefined) Reflect.deleteProperty(holder, last);
  // As a member of its own, also where it is called `__proto__`.
  else
    Object.defineProperty(holder, last, {
      value: what,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}
