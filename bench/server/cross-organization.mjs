// Whether one organization can reach another's data: every operation of the contract, asked as everybody with ids of the
// others in every place that takes an id, and by the doors beside the contract; and whether the tables themselves would
// let them. Usage: node bench/server/cross-organization.mjs [organizations=3] [--plant handler|table|role]
// With --plant a handler forgets whose action it looks for, a table has no walls, or the role of requests goes around
// them, which must be noticed. Fails unless nothing is found.
import { parseArgs } from 'node:util';
import { conclude, loadSuite, withCluster } from './load-suite.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plant: { type: 'string' } },
});
const organizations = Number(positionals[0] ?? 3);

const began = performance.now();
const { runCrossing } = await loadSuite('run-crossing');
const { matrix, doors, catalog, findings } = await withCluster(({ url }) =>
  runCrossing({ postgresUrl: url, organizations, plant: values.plant }),
);
const seconds = Math.round((performance.now() - began) / 1000);
console.table({
  'operations of the contract': matrix.operations,
  'places of ids in their inputs': matrix.positions,
  'calls, with ids of others, of nobody, and of one’s own': matrix.calls,
  'calls with ids of one’s own that worked': matrix.ownCalls,
  'other doors': doors.tried,
  'tables looked at': catalog.tables,
  'references looked at': catalog.foreignKeys,
});
conclude(
  findings,
  `${findings.length} ways into another organization, of ${organizations} (${seconds} s${values.plant ? `, ${values.plant} broken on purpose` : ''})`,
);
