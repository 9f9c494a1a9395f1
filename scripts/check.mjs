// Type check, with the native compiler: everything in the browser, everything in Node, and the headless half without DOM types.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const projects = ['tsconfig.headless.json', 'tsconfig.json', 'tsconfig.node.json'];

let failed = false;
for (const project of projects) {
  const tsc = spawnSync(process.execPath, ['node_modules/ts7/bin/tsc', '--noEmit', '-p', project], {
    cwd: root,
    encoding: 'utf8',
  });
  const output = `${tsc.stdout}${tsc.stderr}`.trim();
  console.log(tsc.status === 0 ? `${project}: no errors` : `${project}:\n${output}`);
  failed ||= tsc.status !== 0;
}
process.exitCode = failed ? 1 : 0;
