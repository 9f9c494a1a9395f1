import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { emitModules } from './build.mjs';
import { emitServer } from './build-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = `${root}dist/.building`;

/** When a file or the newest file of a folder was written; 0 where there is none. */
function writtenAt(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => writtenAt(`${path}/${name}`)));
}

const isOlder = (made, ...sources) =>
  writtenAt(`${root}${made}`) < Math.max(...sources.map((source) => writtenAt(`${root}${source}`)));

/** One at a time: several of these scripts may begin at once. A lock that was left behind counts for two minutes. */
async function takeLock() {
  mkdirSync(`${root}dist`, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - writtenAtItself(lock) > 120_000) rmSync(lock, { recursive: true, force: true });
      await new Promise((settle) => setTimeout(settle, 200));
    }
  }
}

const writtenAtItself = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();

/** Builds the elements package and the server where they are not built, or older than their sources. */
export async function ensureBuilt() {
  await takeLock();
  const letGo = () => rmSync(lock, { recursive: true, force: true });
  // A build that fails ends the process.
  process.once('exit', letGo);
  try {
    const [isElementsOld, isServerOld] = [
      isOlder('dist/esm', 'src', 'mocks', 'tsconfig.json', 'tsconfig.build.json'),
      isOlder('server/dist', 'server/src', 'server/tsconfig.build.json'),
    ];
    if (isElementsOld) emitModules();
    if (isElementsOld || isServerOld) emitServer();
  } finally {
    letGo();
    process.removeListener('exit', letGo);
  }
}
