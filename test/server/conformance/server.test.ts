import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { conformanceCases, runCase } from '../../../src/conformance.js';
import type { Database } from '../../../server/src/database/database.js';
import { startConformanceServer, type ConformanceServer } from '../../suites/server/conformance-server.js';
import { databaseKinds } from '../../suites/server/databases.js';

const named = conformanceCases.map((testCase) => [`${testCase.group}: ${testCase.name}`, testCase] as const);

describe.each(databaseKinds)('the server on $name, spoken to over HTTP', ({ isHere, open }) => {
  if (!isHere) {
    it.skip('is not held to the suite: PostgreSQL is not installed here');
    return;
  }
  let database: Database;
  let server: ConformanceServer;
  beforeAll(async () => {
    database = await open();
    server = await startConformanceServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  it.each(named)('%s', async (_name, testCase) => {
    const result = await runCase(testCase, () => server.makeWorld());
    expect(result).toEqual({ group: testCase.group, name: testCase.name, state: 'passed' });
  });
});
