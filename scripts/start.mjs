// What `npm start` runs: installs what is missing, builds the demonstration site, serves it, says where.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureInstalled } from './ensure-installed.mjs';

checkNode();
const { parseArgs } = await import('node:util'); // old versions lack it, and should hear so in words

const root = fileURLToPath(new URL('..', import.meta.url));

const help = `Usage: npm start -- [options]

  --port <number>      where to listen; the next free port when it is taken (default 8080)
  --host <name>        which network interface to listen on (default localhost: this machine only)
  --campaign <file>    show the campaign of this JSON file instead of the invented one
  --open, --no-open    open the page in a browser (default: no)
  --help               this text
`;

function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      allowPositionals: false,
      options: {
        port: { type: 'string', default: process.env.PORT ?? '8080' },
        host: { type: 'string', default: 'localhost' },
        campaign: { type: 'string' },
        open: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      throw new Error(`--port must be a number from 0 to 65535, not "${values.port}".`);
    return { ...values, port, open: values.open && !values['no-open'] };
  } catch (error) {
    return stop(error.message, '', help);
  }
}

/** Reads a campaign file as text. Stops with line and column when it is not JSON, or not a campaign. */
async function readCampaign(path) {
  const name = basename(path);
  let text;
  try {
    text = readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), path), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' };
    return stop(`${path}: ${why[error.code] ?? error.message}.`);
  }
  const { emitModules } = await import('./build.mjs');
  emitModules();
  const { checkCampaignFile, describeProblems } = await import('../dist/esm/src/backend/index.js');
  const check = checkCampaignFile(text);
  return check.ok ? text : stop(...describeProblems(name, check.problems));
}

function openInBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
    'xdg-open',
  ];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => console.log('No browser could be opened from here; open the address above yourself.'))
    .unref();
}

async function listen(options, campaign) {
  const { serveSite } = await import('./serve-site.mjs');
  try {
    return await serveSite({ root: `${root}dist/site`, port: options.port, host: options.host, campaign });
  } catch (error) {
    const why = {
      EACCES: `port ${options.port} needs more rights; choose one above 1023`,
      EADDRINUSE: `port ${options.port} and the 50 after it are taken; choose another with --port`,
      EADDRNOTAVAIL: `${options.host} is not an address of this machine`,
      ENOTFOUND: `${options.host} is not a known name`,
    };
    return stop(`Cannot listen: ${why[error.code] ?? error.message}.`);
  }
}

const options = readOptions();
if (options.help) {
  console.log(help);
  process.exit(0);
}
ensureInstalled();
const campaign = options.campaign === undefined ? undefined : await readCampaign(options.campaign);

console.log('Building the site …');
const { buildSite } = await import('./site.mjs');
const started = Date.now();
try {
  await buildSite();
} catch (error) {
  stop('The site could not be built.', error.message);
}
console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);

const { url, port, close } = await listen(options, campaign);
if (port !== options.port && options.port !== 0)
  console.log(`Port ${options.port} is taken, so this is ${port}.`);
console.log(`\n  Groundswell is at  ${url}\n\nPress Ctrl+C to stop.`);
if (options.open) openInBrowser(url);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    console.log('\nStopped.');
    close().then(() => process.exit(0));
  });
}
