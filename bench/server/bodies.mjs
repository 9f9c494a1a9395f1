// Whether anything that can be sent as a body brings the server down, or makes it slow or large: JSON right and wrong,
// 100,000 deep, 10 MB long and without end, in other encodings and types, compressed, in broken chunks, slowly, and requests
// that are hardly HTTP, to everything that reads bodies.
import { conclude, loadSuite, readSuiteArguments, since, withCluster } from './load-suite.mjs';

const { count, plant } = readSuiteArguments({
  usage: `Usage: node bench/server/bodies.mjs [rounds=3] [options]

Everything is sent so many times. With --plant a handler reads bodies by itself, keeps them, or never answers.`,
  count: 3,
  faults: ['throw', 'keep', 'hang'],
});

const began = performance.now();
const { runBodies } = await loadSuite('run-bodies');
const run = await withCluster(({ url }) =>
  runBodies({ postgresUrl: url, rounds: count, slowly: true, plant, ...(plant && { patience: 3000 }) }),
);
console.table(
  Object.fromEntries(Object.entries(run.byStatus).map(([status, answers]) => [status, { answers }])),
);
console.log(
  `99 of 100 answers within ${run.p99} ms, the slowest after ${run.slowest} ms; memory grew by ${run.grown.toFixed(1)} MB`,
);
conclude(
  run.findings,
  `${run.findings.length} things wrong after ${run.sent} requests (${since(began, plant)})`,
);
