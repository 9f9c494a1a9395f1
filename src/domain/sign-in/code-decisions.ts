import type { Timestamp } from '../values/id-schema.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a code can be used, in milliseconds. */
export const CODE_LASTS = 10 * MINUTE;
/** How often a wrong code may be tried before the right one is no longer taken either. */
export const CODE_ATTEMPTS = 5;
/** How many codes an address is sent within an hour. */
export const CODES_PER_HOUR = 5;
/** How long somebody stays signed in, in milliseconds. */
export const SESSION_LASTS = 12 * HOUR;

export type SendDecision =
  | { readonly ok: true; readonly sentAt: readonly Timestamp[] }
  /** Seconds until the next one may be sent. */
  | { readonly ok: false; readonly retryAfter: number };

/** Whether one more code may be sent now to an address, and which sendings still count if it is. */
export function decideSending(sentAt: readonly Timestamp[], now: Date): SendDecision {
  const recent = sentAt.filter((at) => Date.parse(at) > now.getTime() - HOUR);
  const oldest = recent[recent.length - CODES_PER_HOUR];
  if (oldest === undefined) return { ok: true, sentAt: [...recent, now.toISOString()] };
  return { ok: false, retryAfter: Math.ceil((Date.parse(oldest) + HOUR - now.getTime()) / 1000) };
}

interface WaitingCode {
  readonly codeHash: string | null;
  readonly expiresAt: Timestamp;
  readonly attempts: number;
}

/**
 * What a code that somebody tries comes to. `used-up` is no code that waits any more: never sent, used, expired, or tried
 * wrongly too often, this time included.
 */
export function decideExchange(
  waiting: WaitingCode | undefined,
  isRight: boolean,
  now: Date,
): 'right' | 'wrong' | 'used-up' {
  if (waiting === undefined || waiting.codeHash === null) return 'used-up';
  if (Date.parse(waiting.expiresAt) <= now.getTime() || waiting.attempts >= CODE_ATTEMPTS) return 'used-up';
  if (isRight) return 'right';
  return waiting.attempts + 1 < CODE_ATTEMPTS ? 'wrong' : 'used-up';
}
