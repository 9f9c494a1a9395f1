import type { TestProject } from 'vitest/node';

import { startCluster } from '../../../scripts/postgres-cluster.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server for these tests; empty where none is installed. */
    readonly postgresUrl: string;
  }
}

/** One PostgreSQL server for all tests of the server, each of which makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const cluster = await startCluster();
  project.provide('postgresUrl', cluster?.url ?? '');
  if (cluster === undefined) console.log('PostgreSQL is not installed here: its tests are not run.');
  return () => cluster?.remove();
}
