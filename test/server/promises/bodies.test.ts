import { describe, expect, inject, it } from 'vitest';

import { runBodies } from '../../suites/server/promises/run-bodies.js';

const postgresUrl = inject('postgresUrl');

describe.runIf(postgresUrl !== '')('whatever is sent as a body', () => {
  it('is answered, never by a failure, and nothing of it stays in memory', async () => {
    const run = await runBodies({ postgresUrl, rounds: 2, addresses: 10 });
    // How long an answer takes says as much about this machine as about the server.
    expect(run.findings.filter((finding) => !/ took \d+ ms$/.test(finding))).toEqual([]);
    expect(run.sent).toBeGreaterThan(900);
  });

  it.each([
    ['throw', 1, 2000, /was answered 500$/],
    ['keep', 2, 2000, /MB more than before are in use$/],
    ['hang', 1, 90, /was not answered$/],
  ] as const)(
    'a server that is broken by a planted %s is found out',
    async (plant, rounds, patience, words) => {
      const { findings } = await runBodies({ postgresUrl, plant, rounds, patience, addresses: 1 });
      expect(findings).toContainEqual(expect.stringMatching(words));
    },
  );
});
