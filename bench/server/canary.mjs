// Whether anything personal is somewhere else than where it belongs: somebody does everything that one can do, with a
// mark of its own in each name, address, answer, search, header and file name, while connections are cut off, the database
// goes away and handlers crash; then the marks are looked for in logs, metrics, headers, words about failures, what others
// hear, files, every table, the queue, and what PostgreSQL writes down itself; and once more after redaction.
import { conclude, loadSuite, readSuiteArguments, since, withCluster } from './load-suite.mjs';

const { count, plant } = readSuiteArguments({
  usage: `Usage: node bench/server/canary.mjs [rounds=5] [options]

Everything is done so many times. With --plant a line of the log holds an address, or an answer repeats what was typed.`,
  count: 5,
  faults: ['log', 'answer'],
});

const began = performance.now();
const { runCanary } = await loadSuite('run-canary');
const run = await withCluster(({ url, stop, start }) => {
  const outage = { stop: () => stop('immediate'), start };
  return runCanary({ postgresUrl: url, rounds: count, outage, plant });
});
console.table(
  Object.fromEntries(Object.entries(run.byStatus).map(([status, answers]) => [status, { answers }])),
);
console.log(
  `${run.logLines} lines of logs, ${run.searched} characters beside the database, and every row of it`,
);
conclude(
  run.findings,
  `${run.findings.length} marks where they may not be, after ${run.requests} requests (${since(began, plant)})`,
);
