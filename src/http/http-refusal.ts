import type { Problem } from '../contract/problem.js';
import { PROBLEM_STATUS, type ProblemCode } from '../contract/problem-code.js';
import { ProblemError } from '../contract/problem-error.js';

/**
 * A request that is refused for what it is in HTTP, before it is a call. HTTP has more statuses than the contract has
 * problems, so the status says it exactly and the code is the nearest that has words.
 */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';

  constructor(
    readonly status: 400 | 404 | 405 | 413 | 415,
    readonly title: string,
    readonly code: ProblemCode,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(title);
  }

  toProblem(): Problem {
    return { ...new ProblemError(this.code).toProblem(), title: this.title, status: this.status };
  }
}

/** Seconds to wait where a backend has not said how long. */
const DEFAULT_WAIT: Readonly<Partial<Record<ProblemCode, number>>> = {
  'in-progress': 1,
  'rate-limited': 10,
  unavailable: 5,
};

/** A problem as a response (RFC 9457), with `Retry-After` where waiting helps. */
export function toProblemResponse(problem: Problem, extra: Readonly<Record<string, string>> = {}): Response {
  const headers = new Headers({ ...ANSWER_HEADERS, 'content-type': 'application/problem+json', ...extra });
  const wait = problem.retryAfter ?? DEFAULT_WAIT[problem.code];
  if (wait !== undefined) headers.set('retry-after', String(Math.max(0, Math.ceil(wait))));
  if (problem.status === PROBLEM_STATUS.unauthenticated) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** What every answer says: it is about one person and never kept, and it is what its type says. */
export const ANSWER_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;
