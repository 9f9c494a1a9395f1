import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../server/dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'groundswell-command-'));
const env = {
  ...{ PATH: process.env['PATH'], GROUNDSWELL_DATA: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'error' },
};

const type = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};

/** Serves in a process of its own, until it is told or killed. */
async function serve(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [command, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code, by] = (await ended) as [number | null, string | null];
  return code ?? by;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built command', () => {
  it('runs on Node alone, and says how it is used', () => {
    expect(type('--version')).toMatchObject({ code: 0, err: '' });
    expect(type('no-such-thing')).toMatchObject({ code: 2, out: '' });
  });

  it('keeps what it has when it is killed, and ends well when it is asked to', async () => {
    expect(type('create-org', 'tide', '--name', 'Tide Watchers')).toEqual({
      code: 0,
      out: 'tide\n',
      err: '',
    });
    const first = await serve();
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    expect(type('export', 'tide')).toMatchObject({ code: 3, out: '' });
    expect(await end(first.child, 'SIGKILL')).toBe('SIGKILL');

    const second = await serve();
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
    expect(await end(second.child, 'SIGTERM')).toBe(0);
    expect(type('export', 'tide').out).toContain('Tide Watchers');
  });
});
