// Whether anything that can be sent makes the server fail, or answer something else than it says: requests generated from
// the contract, right and broken, from everybody, over HTTP, each answer held against the API document of the server.
// Usage: node bench/server/fuzz.mjs [requests=20000] [--seed number] [--plant throw|shape|status]
// With --plant a handler throws, or an answer has another shape or status, which must be noticed. Fails unless nothing is
// found; what is found is told by the smallest request that does it.
import { parseArgs } from 'node:util';
import { conclude, loadSuite, withCluster } from './load-suite.mjs';
import { chooseSeed } from './random.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, plant: { type: 'string' } },
});
const count = Number(positionals[0] ?? 20_000);
const seed = chooseSeed(values.seed);

const began = performance.now();
const { runFuzz } = await loadSuite('run-fuzz');
const run = await withCluster(({ url }) => {
  const onProgress = (sent) => process.stderr.write(`\r${sent} of ${count}`);
  return runFuzz({ postgresUrl: url, count, seed, plant: values.plant, onProgress });
});
process.stderr.write('\r');
const seconds = Math.round((performance.now() - began) / 1000);
console.table(
  Object.fromEntries(Object.entries(run.byStatus).map(([status, answers]) => [status, { answers }])),
);
if (run.neverAnswered.length > 0) console.log(`Never answered with 200: ${run.neverAnswered.join(', ')}`);
conclude(
  run.findings,
  `${run.findings.length} things wrong in the answers to ${run.sent} requests (seed ${seed}, ${seconds} s${values.plant ? `, ${values.plant} broken on purpose` : ''})`,
);
