import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** How a script ended, and everything that it said. */
export interface ScriptRun {
  readonly code: number | null;
  readonly said: string;
}

/**
 * Runs a script of `bench/server` in a process of its own, to its end.
 *
 * @param command - As it is typed: `kill.mjs 3 --writers 4`.
 */
export async function runScript(command: string): Promise<ScriptRun> {
  const [script = '', ...args] = command.split(' ');
  const child = spawn(process.execPath, [`${root}bench/server/${script}`, ...args], { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
