import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawCode, readCode } from '../../../../src/domain/sign-in/code.js';

const from = (...numbers: number[]) => {
  const left = [...numbers];
  return () => left.shift() ?? 0;
};

describe('a code to sign in with', () => {
  it.each([
    [0, '000000'],
    [7, '000007'],
    [1_000_007, '000007'],
    [999_999, '999999'],
    [4_293_999_999, '999999'],
  ])('comes of the random number %i as %s', (number, code) => {
    expect(drawCode(from(number))).toBe(code);
  });

  it('is drawn again where a number would make some codes likelier than others', () => {
    expect(drawCode(from(4_294_000_000, 4_294_967_295, 42))).toBe('000042');
  });

  it('has six digits whatever is drawn, and can be read', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (number) => {
        const code = drawCode(from(number));
        return /^\d{6}$/.test(code) && readCode(code) === code;
      }),
    );
  });

  it.each([
    ['123456', '123456'],
    [' 123 456\n', '123456'],
    ['123-456', '123456'],
    ['123–456', '123456'],
    ['12.34.56', '123456'],
    ['1\u200b23456', '123456'],
    ['１２３４５６', '123456'],
  ])('is read as it was typed or pasted: %j', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each(['', '12345', '1234567', '12345a', 'code 123456', '+123456'])(
    'is not read out of something else: %j',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );
});
