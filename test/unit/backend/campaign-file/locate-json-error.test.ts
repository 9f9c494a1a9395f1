import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { locateJsonError } from '../../../../src/backend/campaign-file/locate-json-error.js';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the place where a text stops being JSON', () => {
  it.each<[what: string, text: string, line: number, column: number, message: RegExp]>([
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1, /field name in double quotes, found "}"/],
    ['a comma too few', '[\n  1\n  2\n]', 3, 3, /a comma or "]", found "2"/],
    ['single quotes', "{ 'a': 1 }", 1, 3, /double quotes/],
    ['a line break inside a text', '{"a": "one\ntwo"}', 1, 11, /closing quotation mark/],
    ['a tab inside a text', '["a\tb"]', 1, 4, /closing quotation mark, found "\\t"/],
    ['an escape that nobody knows', '["a\\qb"]', 1, 4, /closing quotation mark/],
    ['an end that comes too early', '{"a": [1, 2', 1, 12, /a comma or "]", the file ends here/],
    ['something behind the end', '{} {}', 1, 4, /the end of the file/],
    ['a number with a zero in front', '[01]', 1, 3, /a comma or "]"/],
    ['nothing at all', '', 1, 1, /a value, the file ends here/],
  ])('is found: %s', (_, text, line, column, message) => {
    expect(parses(text)).toBe(false);
    const found = locateJsonError(text);
    expect(found).toMatchObject({ line, column });
    expect(found?.message).toMatch(message);
  });

  it('is nowhere in any document, and somewhere in every document that was damaged', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (text, place, noise) => {
        expect(locateJsonError(text)).toBeUndefined();
        const at = place % (text.length + 1);
        const damaged = text.slice(0, at) + noise + text.slice(at + 1);
        expect(locateJsonError(damaged) === undefined).toBe(parses(damaged));
      }),
    );
  });

  it('takes a text of megabytes, such as a picture in a data address', () => {
    expect(locateJsonError(`["${'é\\n'.repeat(1_000_000)}"]`)).toBeUndefined();
  });
});
