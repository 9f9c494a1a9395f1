import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { startCluster } from '../../scripts/postgres-cluster.mjs';

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

/** Says what was found, at most so much of it, and makes the script fail where that is anything. */
export function conclude(findings, sentence) {
  for (const finding of findings.slice(0, 20)) console.log(`  ${finding}`);
  if (findings.length > 20) console.log(`  and ${findings.length - 20} more`);
  console.log(sentence);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
