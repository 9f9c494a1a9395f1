import type { Problem, ProblemDetails } from './problem.js';
import { PROBLEM_STATUS, type ProblemCode } from './problem-code.js';

/** Refuses a call with a problem of the contract. Everything else that a handler throws is answered as `internal`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.reason === undefined ? code : `${code}: ${details.reason}`);
  }

  toProblem(): Problem {
    return {
      type: `urn:groundswell:problem:${this.code}`,
      title: this.code.replaceAll('-', ' '),
      status: PROBLEM_STATUS[this.code],
      code: this.code,
      ...this.details,
    };
  }
}
