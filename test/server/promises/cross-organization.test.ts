import { describe, expect, inject, it } from 'vitest';

import { runCrossing } from '../../suites/server/promises/run-crossing.js';

const postgresUrl = inject('postgresUrl');

describe.runIf(postgresUrl !== '')('with ids of another organization', () => {
  it('nobody gets or changes anything, in any place of any operation, and no table lets them', async () => {
    const run = await runCrossing({ postgresUrl, organizations: 2, from: 1, every: 7 });
    expect(run.findings).toEqual([]);
    expect(run.matrix.positions).toBeGreaterThan(100);
    expect(run.matrix.calls).toBeGreaterThan(300);
    expect(run.matrix.ownCalls).toBeGreaterThan(50);
    expect(run.catalog.tables).toBeGreaterThan(20);
    expect(run.doors.tried).toBe(8);
  });

  it('a handler that forgets whose action it looks for is found', async () => {
    const { matrix } = await runCrossing({
      ...{ postgresUrl, organizations: 2, from: 1, every: 11, plant: 'handler' },
    });
    expect(matrix.findings).toContainEqual(
      expect.stringMatching(/^actions\.get .* answered with something of birch$/),
    );
    expect(matrix.findings).toContainEqual(expect.stringContaining('changed actions of birch'));
  });

  it('a table without walls is found', async () => {
    const { catalog } = await runCrossing({
      ...{ postgresUrl, organizations: 2, from: 1, every: 10_000, plant: 'table' },
    });
    expect(catalog.findings).toEqual([
      'notes is a table without forced row-level security',
      'notes is a table whose primary key does not begin with the organization',
      'of_any_action is a reference between tables of organizations that leaves out the organization',
    ]);
  });
});
