import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A PostgreSQL server of the tests' own, in a folder that goes away with it. */
export interface Cluster {
  readonly url: string;
  /** Stops the server as a power cut would, or in order. */
  stop(how?: 'fast' | 'immediate'): void;
  start(): void;
  /** Stops it and removes its data. */
  remove(): void;
}

export interface ClusterOptions {
  /** Whether commits wait for the disk, as in production; tests that look at something else are faster without. */
  readonly durable?: boolean;
}

/** Where PostgreSQL's own programs are; undefined on machines without them. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** PostgreSQL refuses to run as root: there the account that Debian makes for it runs it. */
function run(program: string, args: readonly string[]): void {
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

const freePort = (): Promise<number> =>
  new Promise((settle) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Starts a server, or answers undefined where PostgreSQL is not installed. */
export async function startCluster({ durable = false }: ClusterOptions = {}): Promise<Cluster | undefined> {
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
  const control = (...args: string[]) => run(join(programs, 'pg_ctl'), ['-D', data, '-w', ...args]);
  const start = () => control('-o', settings, '-l', join(folder, 'log'), 'start');
  const stop = (how: 'fast' | 'immediate' = 'fast') => control('-m', how, 'stop');
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
