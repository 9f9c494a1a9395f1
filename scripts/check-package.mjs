// Looks at the package as npm would pack it: entry points, conditions, types. Needs a build.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const checks = {
  publint: ['node_modules/publint/src/cli.js', 'run', '--strict', '--pack', 'npm'],
  'are the types wrong': [
    'node_modules/@arethetypeswrong/cli/dist/index.js',
    ...['--pack', '.', '--profile', 'esm-only', '--no-emoji'],
  ],
};
for (const [name, command] of Object.entries(checks)) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  console.log(status === 0 ? `${name}: nothing to say` : `${name}:\n${stdout}${stderr}`);
  if (status !== 0) process.exitCode = 1;
}
