import type { Operation } from '../contract/operation.js';
import { COMMON_PROBLEMS, PROBLEM_STATUS, type ProblemCode } from '../contract/problem-code.js';
import type { JsonSchema } from './api-schemas.js';

/**
 * What an operation may answer beside its output: one response per status, which says the problems that it may be.
 *
 * @param shared - Gets each response once, for `components.responses`.
 */
export function describeProblems(
  { problems, method }: Operation,
  shared: Record<string, JsonSchema>,
): Record<string, JsonSchema> {
  const byStatus = new Map<number, Set<ProblemCode>>();
  const add = (status: number, code: ProblemCode) =>
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  for (const code of [...COMMON_PROBLEMS, ...problems]) add(PROBLEM_STATUS[code], code);
  // What a request may be refused for before it is a call.
  add(404, 'not-found');
  if (method === 'POST' || method === 'PUT') for (const status of [400, 415]) add(status, 'invalid-input');
  const references: Record<string, JsonSchema> = {};
  for (const [status, codes] of byStatus) {
    const name = [...codes].map(toName).join('Or');
    shared[name] = describeProblem([...codes]);
    references[status] = { $ref: `#/components/responses/${name}` };
  }
  return references;
}

const toName = (code: ProblemCode): string =>
  code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const MAY_BE_TRIED_AGAIN: ReadonlySet<ProblemCode> = new Set(['in-progress', 'rate-limited', 'unavailable']);

const describeProblem = (codes: readonly ProblemCode[]): JsonSchema => ({
  description: codes.map((code) => code.replaceAll('-', ' ')).join(', or '),
  ...(codes.some((code) => MAY_BE_TRIED_AGAIN.has(code)) && {
    headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
  }),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { code: { enum: codes } } },
        ],
      },
    },
  },
});
