// Whether one organization can reach another's data: every operation of the contract, asked as everybody with ids of the
// others in every place that takes an id, and by the doors beside the contract; and whether the tables themselves would let
// them.
import { conclude, loadSuite, readSuiteArguments, since, withCluster } from './load-suite.mjs';

const { count, plant } = readSuiteArguments({
  usage: `Usage: node bench/server/cross-organization.mjs [organizations=3] [options]

With --plant a handler forgets whose action it looks for, a table has no walls, or requests work as a role that walls don't hold.`,
  count: 3,
  faults: ['handler', 'table', 'role'],
});

const began = performance.now();
const { runCrossing } = await loadSuite('run-crossing');
const { matrix, doors, catalog, findings } = await withCluster(({ url }) =>
  runCrossing({ postgresUrl: url, organizations: count, plant }),
);
console.table({
  'operations of the contract': matrix.operations,
  'places of ids in their inputs': matrix.positions,
  'calls, with ids of others, of nobody, and of one’s own': matrix.calls,
  'calls with ids of one’s own that worked': matrix.ownCalls,
  'other doors': doors.tried,
  'tables looked at': catalog.tables,
  'references looked at': catalog.foreignKeys,
});
conclude(findings, `${findings.length} ways into another organization, of ${count} (${since(began, plant)})`);
