import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { percentOf, rateOf } from '../../../../src/domain/results/rates.js';

describe('a percentage', () => {
  it.each([
    [0, 0, undefined],
    [5, 0, undefined],
    [0, 7, 0],
    [7, 7, 100],
    [9, 7, 100],
    [1, 2, 50],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [1, 10_000, 0.1],
    [9_999, 10_000, 99.9],
    [1, 1_000_000_000, 0.1],
  ])('%i of %i is %s', (numerator, denominator, percent) => {
    expect(percentOf({ numerator, denominator })).toBe(percent);
  });

  it('is between 0 and 100, has one decimal, and is at an end only where that is the truth', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (some, denominator) => {
        const { numerator } = rateOf(some, denominator);
        const percent = percentOf({ numerator, denominator }) ?? Number.NaN;
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(Math.round(percent * 10) / 10).toBe(percent);
        expect(percent === 0).toBe(numerator === 0);
        expect(percent === 100).toBe(numerator === denominator);
        expect(Math.abs(percent - (100 * numerator) / denominator)).toBeLessThanOrEqual(0.1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a rate', () => {
  it('never exceeds its whole', () => {
    expect(rateOf(3, 4)).toEqual({ numerator: 3, denominator: 4 });
    expect(rateOf(5, 4)).toEqual({ numerator: 4, denominator: 4 });
    expect(rateOf(1, 0)).toEqual({ numerator: 0, denominator: 0 });
  });
});
