import { describe, expect, it } from 'vitest';

import { PROBLEM_CODES } from '../../../src/contract/problem-code.js';
import { ProblemError } from '../../../src/contract/problem-error.js';
import { readFailure } from '../../../src/http/read-failure.js';

const NOW = Date.parse('2026-11-03T15:00:00Z');

describe('an unsuccessful answer', () => {
  it.each(PROBLEM_CODES)('that says %s means it, with its details', (code) => {
    const details = { fields: [{ path: 'content.title', code: 'required' as const }], retryAfter: 3 };
    const { status, ...problem } = new ProblemError(code, details).toProblem();
    const error = readFailure(status, { status, ...problem }, null, NOW);
    expect(error).toMatchObject({ name: 'ClientError', code, details });
  });

  it.each<[number, string]>([
    [400, 'broken-contract'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'broken-contract'],
    [408, 'timed-out'],
    [409, 'broken-contract'],
    [410, 'gone'],
    [413, 'too-large'],
    [422, 'invalid-input'],
    [429, 'rate-limited'],
    [500, 'internal'],
    [501, 'unsupported'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [599, 'unavailable'],
    [304, 'broken-contract'],
  ])('with status %i and no problem of ours is %s', (status, code) => {
    for (const body of [undefined, null, 'text', {}, { code: 7 }, { code: 'toString' }, []])
      expect(readFailure(status, body, null, NOW).code).toBe(code);
  });

  it('from a newer backend keeps the code that is known', () => {
    const body = { ...new ProblemError('transition-refused').toProblem(), reason: 'a-reason-of-tomorrow' };
    expect(readFailure(409, body, null, NOW)).toMatchObject({ code: 'transition-refused', details: {} });
  });

  it.each<[string | null, number | undefined]>([
    ['7', 7],
    ['0', 0],
    ['-5', 0],
    ['Tue, 03 Nov 2026 15:00:30 GMT', 30],
    ['Tue, 03 Nov 2026 14:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('with Retry-After %j asks to wait %s s', (header, seconds) => {
    expect(readFailure(429, undefined, header, NOW).details.retryAfter).toBe(seconds);
  });
});
