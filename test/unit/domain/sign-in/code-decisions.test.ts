import { describe, expect, it } from 'vitest';

import { decideExchange, decideSending } from '../../../../src/domain/sign-in/code-decisions.js';

const NOW = new Date('2026-09-01T12:00:00.000Z');
/** So many seconds before or after noon. */
const at = (seconds: number): string => new Date(NOW.getTime() + seconds * 1000).toISOString();

describe('whether one more code is sent', () => {
  it.each([
    ['none before', [], 1],
    ['four within the hour', [at(-3000), at(-2000), at(-1000), at(-1)], 5],
    ['five, the first an hour ago', [at(-3600), at(-40), at(-30), at(-20), at(-10)], 5],
    ['many, all long ago', [at(-9000), at(-8000), at(-7000), at(-6000), at(-5000), at(-4000)], 1],
  ])('yes, with %s', (_name, sentAt, counted) => {
    const decision = decideSending(sentAt, NOW);
    expect(decision.ok && decision.sentAt.length).toBe(counted);
    expect(decision.ok && decision.sentAt.at(-1)).toBe(NOW.toISOString());
  });

  it.each([
    ['five just now', [at(0), at(0), at(0), at(0), at(0)], 3600],
    ['five, the first nearly an hour ago', [at(-3599.5), at(-40), at(-30), at(-20), at(-10)], 1],
    [
      'more than five, of which one must still pass',
      [at(-900), at(-800), at(-4), at(-3), at(-2), at(-1)],
      2800,
    ],
  ])('no, with %s', (_name, sentAt, retryAfter) => {
    expect(decideSending(sentAt, NOW)).toEqual({ ok: false, retryAfter });
  });
});

describe('what a code that is tried comes to', () => {
  const waiting = { codeHash: 'hash', expiresAt: at(1), attempts: 0 };

  it.each([
    ['no code was ever sent', undefined, true, 'used-up'],
    ['it was used', { ...waiting, codeHash: null }, true, 'used-up'],
    ['it is right', waiting, true, 'right'],
    ['it is right after four wrong ones', { ...waiting, attempts: 4 }, true, 'right'],
    ['it is right after five wrong ones', { ...waiting, attempts: 5 }, true, 'used-up'],
    ['it expires this very moment', { ...waiting, expiresAt: at(0) }, true, 'used-up'],
    ['it is wrong', waiting, false, 'wrong'],
    ['it is wrong for the fourth time', { ...waiting, attempts: 3 }, false, 'wrong'],
    ['it is wrong for the fifth time', { ...waiting, attempts: 4 }, false, 'used-up'],
    ['it is wrong and has expired', { ...waiting, expiresAt: at(-1) }, false, 'used-up'],
  ] as const)('%s', (_name, code, isRight, decision) => {
    expect(decideExchange(code, isRight, NOW)).toBe(decision);
  });
});
