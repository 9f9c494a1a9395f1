import { describe, expect, inject, it } from 'vitest';

import { runFuzz } from '../../suites/server/promises/run-fuzz.js';

const postgresUrl = inject('postgresUrl');

describe.runIf(postgresUrl !== '')('whatever is sent', () => {
  it('is answered as the API says, and never by a failure of the server', async () => {
    const run = await runFuzz({ postgresUrl, count: 1200, seed: 20_261_103 });
    expect(run.findings).toEqual([]);
    expect(run.sent).toBeGreaterThanOrEqual(1200);
    // Something of it has to be right, or it would only be about refusals.
    expect(run.answered).toBeGreaterThan(25);
    expect(run.byStatus['200']).toBeGreaterThan(200);
  });

  it.each([
    ['throw', /answered 500/],
    ['shape', /^feed\.list .* not as described/],
    ['status', /^feed\.list .* 418, which feed\.list is not described to answer/],
  ] as const)(
    'a server that is broken by a planted %s is found out, by a small request',
    async (plant, words) => {
      const { findings } = await runFuzz({ postgresUrl, count: 600, seed: 7, plant });
      expect(findings).toContainEqual(expect.stringMatching(words));
    },
  );
});
