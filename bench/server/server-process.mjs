import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, openSync, closeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../server/dist/cli/main.js', import.meta.url));

/** How long a process has to say where it listens, in ms: PGlite alone takes some seconds to open. */
const PATIENCE = 60_000;

/** Every process that runs, so that none outlives whoever started it. */
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

function watchOver(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Runs another command of the server's command line to its end, and answers what it said. */
export async function runCommand(environment, ...args) {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, ...environment } });
  watchOver(child);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => (said[name] += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`groundswell ${args.join(' ')} ended with ${code}: ${said.stderr}`);
  return said.stdout;
}

/** A process of the server, which keeps its port however often it is killed and started again. */
export class ServerProcess {
  /** Where it answers; known once it has started for the first time. */
  url;
  #child;
  #environment;
  #logFile;

  constructor(environment, logFile) {
    this.#environment = { ...environment, HOST: '127.0.0.1' };
    this.#logFile = logFile;
  }

  get isRunning() {
    return this.#child !== undefined;
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Everything that it has written to its log, over all its lives. */
  readLog() {
    return readFileSync(this.#logFile, 'utf8');
  }

  /** What nobody foresaw, line by line. */
  readErrors() {
    return this.readLog()
      .split('\n')
      .filter((line) => /"level":(?:"(?:error|fatal)"|[56]0)/.test(line) || /^\w*Error\b/.test(line));
  }

  /** Starts it, and resolves when it says that it listens. */
  async start() {
    const log = openSync(this.#logFile, 'a');
    const port = this.url === undefined ? '0' : new URL(this.url).port;
    const child = spawn(process.execPath, [command, 'serve'], {
      env: { ...process.env, ...this.#environment, PORT: port },
      stdio: ['ignore', 'pipe', log],
    });
    closeSync(log);
    this.#child = child;
    watchOver(child);
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    this.url = await readUrl(child, () => this.readLog());
  }

  /** As if the machine had lost its power: nothing is finished, nobody is told. */
  kill() {
    return this.#end('SIGKILL');
  }

  /** In order: what was accepted is finished. */
  stop() {
    return this.#end('SIGTERM');
  }

  async #end(signal) {
    const child = this.#child;
    if (child === undefined) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

async function readUrl(child, readLog) {
  let said = '';
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  try {
    for await (const chunk of child.stdout) {
      said += chunk;
      const url = /^(http:\/\/\S+)\n/m.exec(said)?.[1];
      if (url !== undefined) {
        child.stdout.destroy();
        return url;
      }
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error(`The server did not start:\n${readLog().slice(-2000)}`);
}
