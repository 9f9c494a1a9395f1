import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Harness } from '../harness/show-stories.js';
import { openBuiltPage, type BuiltPage } from './built-page.js';

declare const harness: Harness;

let built: BuiltPage;

beforeAll(async () => {
  built = await openBuiltPage('test/harness');
});
afterAll(() => built.close());

describe('under the strict policy, with Trusted Types enforced', () => {
  it('every story shows and plays with no report and no failure', { timeout: 300_000 }, async () => {
    const stories = await built.page.evaluate(() => harness.list());
    expect(stories.length).toBeGreaterThan(40);
    const troubled: Record<string, string[]> = {};
    for (const id of stories) {
      const { violations, failures } = await built.page.evaluate((story) => harness.show(story), id);
      if (violations.length + failures.length > 0) troubled[id] = [...violations, ...failures];
    }
    expect(troubled).toEqual({});
  });

  it('would name an inline style and a string that becomes markup', async () => {
    const seen = await built.page.evaluate(async () => {
      const reports: string[] = [];
      const note = (event: SecurityPolicyViolationEvent) => reports.push(event.effectiveDirective);
      document.addEventListener('securitypolicyviolation', note);
      document.body.setAttribute('style', 'color: red');
      try {
        document.createElement('div').innerHTML = '<b>markup</b>';
      } catch {
        // refused by Trusted Types, as it should be
      }
      await new Promise((settle) => setTimeout(settle, 50));
      document.removeEventListener('securitypolicyviolation', note);
      return reports;
    });
    expect(seen).toEqual(['style-src-attr', 'require-trusted-types-for']);
  });
});
