import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { indexJson } from '../../../../src/backend/campaign-file/index-json.js';

/** Every path of a value. */
function pathsOf(value: unknown, path: (string | number)[] = []): string[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return [JSON.stringify(path), ...inner];
}

const valueAt = (value: unknown, path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], value);

describe('the index of a JSON document', () => {
  it('finds the place of every value in any document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const json: unknown = JSON.parse(text);
        const offsets = indexJson(text);
        expect([...offsets.keys()].sort()).toEqual(pathsOf(json).sort());
        for (const [path, at] of offsets) {
          const own = JSON.stringify(valueAt(json, JSON.parse(path) as (string | number)[]));
          expect(text.slice(at)[0]).toBe(own[0]);
        }
      }),
    );
  });

  it('is not led astray by brackets and quotation marks inside texts', () => {
    const text = '{"a]": "x\\"}[", "b": [1, "]", {"c": null}]}';
    const offsets = indexJson(text);
    expect(text.slice(offsets.get('["b",2,"c"]'))).toMatch(/^null/);
    expect(text.slice(offsets.get('["a]"]'))).toMatch(/^"x/);
  });
});
