import * as z from 'zod/mini';

/** Everything that can be wrong with one field. Closed, so that every code has words in every language. */
export const FIELD_ISSUE_CODES = [
  'required',
  'too-long',
  'too-many',
  'invalid',
  'unsafe-link',
  'in-the-past',
  'unknown-reference',
  'not-allowed',
] as const;

/** What is wrong with one field: where (`content.title`), what, and the limit that was passed, if there is one. */
export const fieldIssue = z.object({
  path: z.string(),
  code: z.enum(FIELD_ISSUE_CODES),
  limit: z.optional(z.number()),
});

export type FieldIssueCode = (typeof FIELD_ISSUE_CODES)[number];
export type FieldIssue = z.infer<typeof fieldIssue>;

/** A schema's complaint as an issue with a code that has words. */
export function toFieldIssue(issue: z.core.$ZodIssue): FieldIssue {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'too_big') {
    const limit = Number(issue.maximum);
    return { path, code: issue.origin === 'array' ? 'too-many' : 'too-long', limit };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return { path, code: 'required' };
  const known = FIELD_ISSUE_CODES.find((code) => code === issue.message);
  return { path, code: known ?? ('invalid' satisfies FieldIssueCode) };
}
