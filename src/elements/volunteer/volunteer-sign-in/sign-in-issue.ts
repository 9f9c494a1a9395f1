import type { ClientError } from '../../../contract/client-error.js';

/** What is wrong with what somebody has typed, or when they may go on. */
export interface SignInIssue {
  readonly field: 'email' | 'code';
  readonly key:
    | 'signIn.emailMissing'
    | 'signIn.emailWrong'
    | 'signIn.codeMissing'
    | 'signIn.codeWrong'
    | 'signIn.codeGone'
    | 'signIn.tooOften';
  /** The moment from which on one may try again. */
  readonly from?: Date;
}

/**
 * What a refusal means for a field, undefined for every other failure.
 *
 * @param field - The one that somebody is at.
 */
export function signInIssue(
  { code, details }: ClientError,
  field: SignInIssue['field'],
  now: Date,
): SignInIssue | undefined {
  if (code === 'gone') return { field: 'code', key: 'signIn.codeGone' };
  if (code === 'rate-limited' && details.retryAfter !== undefined)
    return { field, key: 'signIn.tooOften', from: inSeconds(now, details.retryAfter) };
  if (code !== 'invalid-input') return undefined;
  const isCode = field === 'code' && details.fields?.some(({ path }) => path === 'code') === true;
  return isCode ? { field, key: 'signIn.codeWrong' } : { field: 'email', key: 'signIn.emailWrong' };
}

/** Rounded up to the next minute, since that is what a clock shows. */
const inSeconds = (now: Date, seconds: number): Date =>
  new Date(Math.ceil((now.getTime() + seconds * 1000) / 60_000) * 60_000);
