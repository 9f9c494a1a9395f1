import { ClientError, type ClientErrorCode } from '../contract/client-error.js';
import { problemShape } from '../contract/calls/problem.js';
import type { Problem } from '../contract/problem.js';
import { readShape } from '../contract/read-shape.js';
import { PROBLEM_STATUS, type ProblemCode } from '../contract/problem-code.js';

/** What an answer means that is no problem of ours, because something between us and the backend gave it. */
const CODE_OF_STATUS: Readonly<Partial<Record<number, ClientErrorCode>>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'timed-out',
  410: 'gone',
  413: 'too-large',
  422: 'invalid-input',
  429: 'rate-limited',
  500: 'internal',
  501: 'unsupported',
};

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
  if (known !== undefined) {
    const { code, type: _type, title: _title, status: _status, ...details } = known;
    return new ClientError(code, { ...waiting, ...details });
  }
  const code = (body as { readonly code?: unknown } | undefined)?.code;
  if (isProblemCode(code)) return new ClientError(code, waiting);
  const guess = CODE_OF_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'broken-contract');
  return new ClientError(guess, waiting);
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
