import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { checkCampaignFile } from '../../../../src/backend/campaign-file/check-campaign-file.js';

const example = readFileSync(new URL('../../../../site/campaign.example.json', import.meta.url), 'utf8');

/** Where the first occurrence of some text begins, and what is wrong there once it is replaced. */
function breakIt(before: string, after: string) {
  const at = example.indexOf(before);
  expect(at).toBeGreaterThan(-1);
  const lines = example.slice(0, at).split('\n');
  const check = checkCampaignFile(example.slice(0, at) + after + example.slice(at + before.length));
  return { line: lines.length, problems: check.ok ? [] : check.problems };
}

describe('a campaign file', () => {
  it('is accepted when it is like the example', () => {
    expect(checkCampaignFile(example)).toMatchObject({ ok: true, data: { revision: 'example-1' } });
    expect(checkCampaignFile(`\uFEFF${example}`)).toMatchObject({
      ok: true,
      data: { revision: 'example-1' },
    });
  });

  it.each<[what: string, before: string, after: string, field: string, message: RegExp]>([
    [
      'a link that runs code',
      '"https://seedling.example.org/sale"',
      '"javascript:alert(1)"',
      'actions[0].content.shareLink',
      /http or https/,
    ],
    ['an unknown status', '"published",', '"live",', 'actions[0].status', /one of .*"draft"/],
    [
      'an unknown kind',
      '"social_sharing",\n        "title"',
      '"dancing",\n        "title"',
      'actions[0].content',
      /known kinds/,
    ],
    ['a number in place of words', '"Petunia"', '12', 'users[0].firstName', /must be a string/],
    ['a list in place of one', '"Seedling Street Gardeners"', '["a"]', 'campaign.name', /must be a string/],
    ['a date in prose', '"2026-03-02T09:00:00.000Z"', '"March 2nd"', 'actions[0].updatedAt', /moment in UTC/],
    [
      'somebody who is not in the file',
      '["basil", "azucena"]',
      '["basil", "rosemary"]',
      'userLists[0].userIds[1]',
      /not in this file/,
    ],
    ['the same id twice', '"id": "basil"', '"id": "petunia"', 'users[1].id', /same as another/],
    ['an empty name', '"Old Town"', '""', 'districts[0].name', /at least 1/],
  ])('names %s, and the line it is on', (_, before, after, field, message) => {
    const { line, problems } = breakIt(before, after);
    const problem = problems.find((found) => found.field.startsWith(field));
    expect(problem?.message).toMatch(message);
    expect(problem?.line).toBe(line);
  });

  it('says of a field that is missing where it should be', () => {
    const { problems } = breakIt('      "role": "admin",\n', '');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field: 'users[0].role' });
    const lines = example.split('\n');
    expect(lines[(problems[0]?.line ?? 0) - 1]?.trim()).toBe('{');
  });

  it('names several problems in the order of the file', () => {
    const broken = example.replace('"Petunia"', '1').replace('"America/New_York"', '2');
    const check = checkCampaignFile(broken);
    expect(check.ok ? [] : check.problems.map((problem) => problem.field)).toEqual([
      'campaign.timeZone',
      'users[0].firstName',
    ]);
  });

  it('points at the column too', () => {
    const check = checkCampaignFile('{ "revision": 7 }');
    const [first] = check.ok ? [] : check.problems.filter((problem) => problem.field === 'revision');
    expect(first).toMatchObject({ line: 1, column: 15, message: 'must be a string' });
  });

  it('says so when it is not JSON, or not an object', () => {
    expect(checkCampaignFile('{').ok).toBe(false);
    expect(checkCampaignFile('[]')).toMatchObject({
      ok: false,
      problems: [{ line: 1, column: 1, field: '' }],
    });
  });
});
