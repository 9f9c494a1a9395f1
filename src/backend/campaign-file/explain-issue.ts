import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** Sentences for the checks of our own, which name a problem by its code. */
const OWN: Readonly<Record<string, string>> = {
  required: 'is needed here',
  'unsafe-link': 'must be an absolute http or https address (or, for a picture, a data:image address)',
  'unknown-reference': 'refers to something that is not in this file',
  'not-allowed': 'must not be the same as another one',
  'too-many': 'has too many entries',
  'too-long': 'is too long',
  invalid: 'does not agree with the status of this action',
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'must be a moment in UTC, such as 2026-11-03T15:00:00.000Z',
  regex: 'is not written as it has to be',
};

/**
 * What is wrong with one field, as the end of a sentence that begins with the field's name.
 *
 * @param isThere - Whether the file has the field at all.
 */
export function explainIssue(issue: Issue, isThere: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return isThere
        ? `must be ${withArticle(issue.expected)}`
        : `is missing: it must be ${withArticle(issue.expected)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_union':
      return 'must be one of the known kinds';
    case 'invalid_format':
      return explainFormat(issue);
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'custom':
      return OWN[issue.message] ?? issue.message;
    default:
      return issue.message;
  }
}

function explainFormat(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  const pattern = issue.format === 'regex' && issue.pattern !== undefined ? ` (${issue.pattern})` : '';
  return `${FORMATS[issue.format] ?? `must be a valid ${issue.format}`}${pattern}`;
}

const withArticle = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' entries long' : '';
}
