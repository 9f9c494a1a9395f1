import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Cluster A PostgreSQL server of our own, in a folder that goes away with it.
 * @property {string} url
 * @property {(how?: 'fast' | 'immediate') => void} stop Stops the server in order, or as a power cut would.
 * @property {() => void} start
 * @property {() => void} remove Stops it and removes its data.
 */

/** Where PostgreSQL's own programs are; undefined on machines without them. */
export function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** PostgreSQL refuses to run as root: there the account that Debian makes for it runs it. */
function run(program, args) {
  const isRoot = process.getuid?.() === 0;
  const [command, all] = isRoot
    ? ['runuser', ['-u', 'postgres', '--', program, ...args]]
    : [program, [...args]];
  const { status, stderr, error } = spawnSync(command, all, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: tmpdir(),
  });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}

const freePort = () =>
  new Promise((settle) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(address.port));
    });
  });

/**
 * Starts a server, or answers undefined where PostgreSQL is not installed.
 * @param {{ durable?: boolean }} [options] `durable`: whether commits wait for the disk, as in production; whoever looks
 *   at something else is faster without.
 * @returns {Promise<Cluster | undefined>}
 */
export async function startCluster({ durable = false } = {}) {
  const programs = findPrograms();
  if (programs === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-postgres-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  run(join(programs, 'initdb'), [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  const port = await freePort();
  const settings = [
    `-k ${folder} -p ${port} -h 127.0.0.1 -c max_connections=200`,
    durable ? '' : '-c fsync=off -c synchronous_commit=off',
  ].join(' ');
  const control = (...args) => run(join(programs, 'pg_ctl'), ['-D', data, '-w', ...args]);
  const start = () => control('-o', settings, '-l', join(folder, 'log'), 'start');
  const stop = (how = 'fast') => control('-m', how, 'stop');
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    remove: () => {
      try {
        stop('immediate');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
