import * as z from 'zod/mini';

import { TRANSITION_REFUSALS } from '../domain/action/lifecycle.js';
import { fieldIssue } from '../domain/values/field-issue-schema.js';
import { PROBLEM_CODES } from './problem-code.js';

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
