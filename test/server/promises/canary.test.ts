import { describe, expect, inject, it } from 'vitest';

import { runCanary } from '../../suites/server/promises/run-canary.js';

const postgresUrl = inject('postgresUrl');

describe.runIf(postgresUrl !== '')('what is personal', () => {
  it('is where it belongs and nowhere else, whatever fails', async () => {
    const run = await runCanary({ postgresUrl, rounds: 1 });
    expect(run.findings).toEqual([]);
    expect(run.requests).toBeGreaterThan(100);
    expect(run.logLines).toBeGreaterThan(100);
    expect(Object.keys(run.byStatus)).toEqual(
      expect.arrayContaining(['200', '401', '403', '404', '422', '500']),
    );
  });

  it.each([
    ['log', /^search is in the log/],
    ['answer', /^search is in the answer 422/],
  ] as const)('is found where a planted %s gives it away', async (plant, words) => {
    const { findings } = await runCanary({ postgresUrl, rounds: 1, plant });
    expect(findings).toContainEqual(expect.stringMatching(words));
  });
});
