import { ClientError, type ClientErrorCode } from '../contract/client-error.js';
import { problemShape } from '../contract/calls/problem.js';
import type { Problem } from '../contract/problem.js';
import { readShape } from '../contract/read-shape.js';
import { PROBLEM_STATUS, type ProblemCode } from '../contract/problem-code.js';

/** Statuses that mean what ours mean, whoever between us and the backend has answered with them. */
const PLAIN = [401, 403, 404, 410, 413, 422, 429, 500, 501];

/**
 * An unsuccessful answer as the error that elements know. Reads RFC 9457 problems, also ones that are newer than this
 * code; anything else is judged by its status.
 *
 * @param body - The parsed JSON body, or `undefined` where it was none.
 * @param retryAfter - The `Retry-After` header, in seconds or as a date.
 * @param now - Milliseconds since 1970.
 */
export function readFailure(
  status: number,
  body: unknown,
  retryAfter: string | null,
  now: number,
): ClientError {
  const wait = secondsUntil(retryAfter, now);
  const waiting = wait === undefined ? {} : { retryAfter: wait };
  const known = readProblem(body);
  if (isProblemCode(known?.code)) {
    const { code, type: _type, title: _title, status: _status, ...details } = known;
    return new ClientError(code, { ...waiting, ...details });
  }
  const code = (body as { readonly code?: unknown } | undefined)?.code;
  if (isProblemCode(code)) return new ClientError(code, waiting);
  return new ClientError(guessCode(status), waiting);
}

function guessCode(status: number): ClientErrorCode {
  if (status === 408) return 'timed-out';
  const codes = Object.keys(PROBLEM_STATUS) as ProblemCode[];
  const known = PLAIN.includes(status) ? codes.find((code) => PROBLEM_STATUS[code] === status) : undefined;
  return known ?? (status >= 500 ? 'unavailable' : 'broken-contract');
}

function readProblem(body: unknown): Problem | undefined {
  try {
    return readShape(problemShape, body) as Problem;
  } catch {
    return undefined;
  }
}

const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(PROBLEM_STATUS, code);

function secondsUntil(header: string | null, now: number): number | undefined {
  if (header === null || header === '') return undefined;
  const seconds = Number.isNaN(Number(header)) ? (Date.parse(header) - now) / 1000 : Number(header);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
