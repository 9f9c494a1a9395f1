import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { startCluster } from '../../scripts/postgres-cluster.mjs';
import { chooseSeed } from './random.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A module of `test/suites/server/promises`, from the sources as they are: what the tests do for a moment, scripts do at
 * length.
 */
export async function loadSuite(name) {
  const { module } = await runnerImport(`${root}test/suites/server/promises/${name}.ts`, {
    configFile: false,
    root,
    logLevel: 'warn',
    environments: {
      inline: {
        resolve: { conditions: ['@groundswell/source', 'module', 'node'], noExternal: [/^@groundswell/] },
      },
    },
  });
  return module;
}

/**
 * What was typed after a script's name, or the help and an end.
 *
 * @param {{ usage: string, count: number, faults: readonly string[] }} script What it is for, how much it does unless
 *   told, and what `--plant` may break; the first of them unless told.
 */
export function readSuiteArguments({ usage, count, faults }) {
  const help = `${usage.trim()}

  --seed <number>     the same dice again, where there are any
  --plant             put a fault in, which has to be noticed: ends with 1
  --fault <name>      which one: ${faults.join(', ')}
  --help              this text`;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        plant: { type: 'boolean', default: false },
        fault: { type: 'string', default: faults[0] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    const wished = Number(positionals[0] ?? count);
    if (!Number.isInteger(wished) || wished < 1) throw new Error('It takes a whole number from 1.');
    if (!faults.includes(values.fault)) throw new Error(`--fault is one of ${faults.join(', ')}.`);
    return { count: wished, seed: chooseSeed(values.seed), plant: values.plant ? values.fault : undefined };
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    return process.exit(2);
  }
}

/**
 * Does something with a PostgreSQL server of its own. Without PostgreSQL on this machine it says so and ends the script,
 * as fine.
 */
export async function withCluster(work) {
  const cluster = await startCluster();
  if (cluster === undefined) {
    console.log('PostgreSQL is not installed here: not run.');
    process.exit(0);
  }
  try {
    return await work(cluster);
  } finally {
    cluster.remove();
  }
}

/** How long it has taken, and what was broken on purpose: the end of a sentence about a run. */
export const since = (began, plant) =>
  `${Math.round((performance.now() - began) / 1000)} s${plant === undefined ? '' : `, ${plant} broken on purpose`}`;

/** Says what was found, at most so much of it, and makes the script fail where that is anything. */
export function conclude(findings, sentence) {
  for (const finding of findings.slice(0, 20)) console.log(`  ${finding}`);
  if (findings.length > 20) console.log(`  and ${findings.length - 20} more`);
  console.log(sentence);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
