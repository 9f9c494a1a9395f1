// Whether anything that can be sent makes the server fail, or answer something else than it says: requests generated
// from the contract, right and broken, from everybody, over HTTP, each answer held against the API document of the server.
// What is found is told by the smallest request that does it.
import { conclude, loadSuite, readSuiteArguments, since, withCluster } from './load-suite.mjs';

const { count, seed, plant } = readSuiteArguments({
  usage: `Usage: node bench/server/fuzz.mjs [requests=20000] [options]

With --plant a handler throws, or an answer has another shape or status.`,
  count: 20_000,
  faults: ['throw', 'shape', 'status'],
});

const began = performance.now();
const { runFuzz } = await loadSuite('run-fuzz');
const run = await withCluster(({ url }) => {
  const onProgress = (sent) => process.stderr.write(`\r${sent} of ${count}`);
  return runFuzz({ postgresUrl: url, count, seed, plant, onProgress });
});
process.stderr.write('\r');
console.table(
  Object.fromEntries(Object.entries(run.byStatus).map(([status, answers]) => [status, { answers }])),
);
if (run.neverAnswered.length > 0) console.log(`Never answered with 200: ${run.neverAnswered.join(', ')}`);
conclude(
  run.findings,
  `${run.findings.length} things wrong in the answers to ${run.sent} requests (seed ${seed}, ${since(began, plant)})`,
);
