import { Writable } from 'node:stream';

import { runCli } from '../../../server/src/cli/run-cli.js';

/** A stream that remembers what was written to it. */
export function collect() {
  const texts: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      texts.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => texts.join('') };
}

/** Types a command where it is told to end at once, and reads what came of it. */
export async function typeCommand(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const [out, err] = [collect(), collect()];
  const code = await runCli(args, {
    environment,
    stdout: out.stream,
    stderr: err.stream,
    ended: AbortSignal.abort(),
    now: () => new Date(),
  });
  return { code, out: out.text(), err: err.text() };
}
