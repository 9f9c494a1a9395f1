// What `npm start` runs: installs what is missing, builds the demonstration site, serves it, says where.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureInstalled } from './ensure-installed.mjs';

checkNode();
const { help, readOptions } = await import('./start-options.mjs'); // old versions lack what it needs, and should hear so in words

const root = fileURLToPath(new URL('..', import.meta.url));

function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

/** Reads a campaign file. Stops with line and column when it is not JSON, or not a campaign. */
async function readCampaign(path) {
  let text;
  try {
    text = readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), path), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' };
    return stop(`${path}: ${why[error.code] ?? error.message}.`);
  }
  const { checkCampaignFile, describeProblems } = await import('../dist/esm/src/backend/index.js');
  const check = checkCampaignFile(text);
  return check.ok ? { text, data: check.data } : stop(...describeProblems(basename(path), check.problems));
}

/** In a process of its own, so that the database can open meanwhile. */
function buildPages() {
  return new Promise((settle, reject) => {
    const build = spawn(process.execPath, ['scripts/site.mjs'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const words = [];
    build.stderr.on('data', (data) => words.push(data));
    build.on('close', (code) =>
      code === 0 ? settle() : reject(new Error(Buffer.concat(words).toString().trim())),
    );
  });
}

function openInBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
    'xdg-open',
  ];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => console.log('No browser could be opened from here; open the address above yourself.'))
    .unref();
}

function explain(error, { port, host }) {
  const why = {
    EACCES: `port ${port} needs more rights; choose one above 1023`,
    EADDRINUSE: `port ${port} and the 50 after it are taken; choose another with --port`,
    EADDRNOTAVAIL: `${host} is not an address of this machine`,
    ENOTFOUND: `${host} is not a known name`,
  };
  return why[error.code] === undefined ? error.message : `Cannot listen: ${why[error.code]}.`;
}

async function startEmbedded(options, campaign, built) {
  await built;
  const { serveSite } = await import('./serve-site.mjs');
  const { port, host } = options;
  return serveSite({ root: `${root}dist/site`, port, host, campaign: campaign?.text });
}

async function startOnServer(options, campaign, built) {
  const { startServer } = await import('./start-server.mjs');
  const demo = await startServer({ ...options, campaign }, built);
  await built;
  return demo;
}

/** Without a server there is nothing to build but the pages, unless a file has to be checked. */
async function emit({ embedded, campaign }) {
  if (embedded && campaign === undefined) return;
  const { ensureBuilt } = await import('./ensure-built.mjs');
  await ensureBuilt();
}

function choose() {
  try {
    return readOptions();
  } catch (error) {
    return stop(error.message, '', help);
  }
}

const options = choose();
if (options.help) {
  console.log(help);
  process.exit(0);
}
ensureInstalled();
const started = Date.now();
console.log(options.embedded ? 'Building the site …' : 'Building the site and starting the server …');
try {
  await emit(options);
  const campaign = options.campaign === undefined ? undefined : await readCampaign(options.campaign);
  const built = buildPages();
  const start = options.embedded ? startEmbedded : startOnServer;
  const { url, port, close } = await start(options, campaign, built);
  console.log(`Ready after ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  if (port !== options.port && options.port !== 0)
    console.log(`Port ${options.port} is taken, so this is ${port}.`);
  console.log(`\n  Groundswell is at  ${url}\n`);
  if (!options.embedded) console.log(`What would be sent is at  ${url}dev/outbox\n`);
  console.log('Press Ctrl+C to stop.');
  if (options.open) openInBrowser(url);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      console.log('\nStopped.');
      close().then(() => process.exit(0));
    });
  }
} catch (error) {
  stop(explain(error, options));
}
