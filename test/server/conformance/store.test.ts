import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { conformanceCases, runCase } from '../../../src/conformance.js';
import type { Database } from '../../../server/src/database/database.js';
import { makeConformanceWorld } from '../../suites/conformance-world.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { emptyTables, storeOver } from '../../suites/server/store-world.js';

const named = conformanceCases.map((testCase) => [`${testCase.group}: ${testCase.name}`, testCase] as const);

describe.each(databaseKinds)('a backend over the store on $name', ({ isHere, open }) => {
  if (!isHere) {
    it.skip('is not held to the suite: PostgreSQL is not installed here');
    return;
  }
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it.each(named)('%s', async (_name, testCase) => {
    await emptyTables(database);
    const result = await runCase(testCase, () => makeConformanceWorld({ store: storeOver(database) }));
    expect(result).toEqual({ group: testCase.group, name: testCase.name, state: 'passed' });
  });
});
