import * as z from 'zod/mini';

import { TRANSITION_REFUSALS } from '../domain/action/lifecycle.js';
import { fieldIssue } from '../domain/values/field-issue-schema.js';

/** Every problem that a backend may answer, with its HTTP status. */
export const PROBLEM_STATUS = {
  'invalid-input': 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  'transition-refused': 409,
  'version-conflict': 412,
  'version-required': 428,
  'key-required': 400,
  'key-reused': 422,
  'in-progress': 409,
  'too-large': 413,
  'rate-limited': 429,
  unsupported: 501,
  unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];

/** Problems that any operation may answer. */
export const COMMON_PROBLEMS = [
  'invalid-input',
  'unauthenticated',
  'forbidden',
  'too-large',
  'rate-limited',
  'unsupported',
  'unavailable',
  'internal',
] as const satisfies readonly ProblemCode[];

/** A problem on the wire: RFC 9457 with a stable `type` and our own members. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  reason: z.optional(z.enum(TRANSITION_REFUSALS)),
  fields: z.optional(z.array(fieldIssue)),
  /** Seconds to wait before the same call can succeed. */
  retryAfter: z.optional(z.number()),
  /** The row as it is now, beside a `version-conflict`. */
  current: z.optional(z.unknown()),
});

export type Problem = z.infer<typeof problem>;
export type ProblemDetails = Pick<Problem, 'reason' | 'fields' | 'retryAfter' | 'current'>;

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
