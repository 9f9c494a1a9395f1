import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { canonicalJson, fingerprint } from '../../../src/backend/fingerprint.js';
import { id } from '../../../src/domain/values/id-schema.js';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  );
};

describe.each([
  ['where the platform has SHA-256', globalThis.crypto],
  ['on a page that is not served securely', { subtle: undefined }],
])('a fingerprint %s', (_where, crypto) => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is the same for equal values whatever the order of members, and can be an id', async () => {
    vi.stubGlobal('crypto', crypto);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const mark = await fingerprint(value);
        expect(await fingerprint(shuffled(value))).toBe(mark);
        expect(id.safeParse(mark).success).toBe(true);
      }),
    );
  });

  it('tells different values apart', async () => {
    vi.stubGlobal('crypto', crypto);
    const values = Array.from({ length: 2000 }, (_, index) => [
      'seen',
      `action-${index % 50}`,
      `user:${index}`,
    ]);
    const marks = await Promise.all(values.map((value) => fingerprint(value)));
    expect(new Set(marks).size).toBe(values.length);
    expect(await fingerprint(['a', 'bc'])).not.toBe(await fingerprint(['ab', 'c']));
  });
});

describe('canonical JSON', () => {
  it('keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: 1, c: undefined } })).toBe('{"a":{"d":1},"b":[2,1]}');
  });
});
