import { describe, expect, it } from 'vitest';

import { parseAreaCodes } from '../../../../src/domain/action/parse-area-codes.js';

describe('area codes as somebody types them', () => {
  it.each([
    ['', [], []],
    ['312', ['312'], []],
    ['312, 773', ['312', '773'], []],
    ['773 312;773,\n 312', ['773', '312'], []],
    ['312, 77, 1234, abc', ['312'], ['77', '1234', 'abc']],
    ['٣١٢', [], ['٣١٢']],
  ])('%j are %j, without %j', (text, codes, refused) => {
    expect(parseAreaCodes(text)).toEqual({ codes, refused });
  });
});
