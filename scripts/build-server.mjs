// The server as JavaScript: server/dist, over the modules of the elements package in dist/esm, which must be there.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @throws Error with what the compiler says. */
export function emitServer() {
  rmSync(`${root}server/dist`, { recursive: true, force: true });
  const tsc = ['node_modules/ts7/bin/tsc', '-p', 'server/tsconfig.build.json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, tsc, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`.trim());
  const command = `${root}server/dist/cli/main.js`;
  if (existsSync(command)) chmodSync(command, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    emitServer();
    console.log('server: server/dist');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
