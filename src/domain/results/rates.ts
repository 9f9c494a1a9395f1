import type { Rate } from './results-schema.js';

/** A share of a whole. More than the whole is the whole: no ratio exceeds 100 percent (INV-37). */
export const rateOf = (numerator: number, denominator: number): Rate => ({
  numerator: Math.min(numerator, denominator),
  denominator,
});

/**
 * A share in percent with one decimal, between 0 and 100; `undefined` where there is nothing it could be a share of,
 * which is shown as a dash (INV-39). It is rounded, but says 0 only of none and 100 only of all: 9,999 of 10,000 are
 * 99.9, one of 10,000 is 0.1.
 */
export function percentOf({ numerator, denominator }: Rate): number | undefined {
  if (denominator <= 0) return undefined;
  if (numerator <= 0) return 0;
  if (numerator >= denominator) return 100;
  const tenths = Math.round((numerator * 1000) / denominator);
  return Math.min(Math.max(tenths, 1), 999) / 10;
}
