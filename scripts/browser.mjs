// Finds the Chromium that tests run in. In this order:
//   1. CHROME_PATH, when set
//   2. the one inside the npm package @sparticuz/chromium (the same on every machine)
//   3. the same one with the system libraries it brings along, for machines that lack them
//   4. Debian's chromium-headless-shell or chromium
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const debian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Unpacks the browser of the npm package once, beside its own version number, and gives the folder. */
function unpack() {
  const { version } = JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  // A child process, because the package unpacks into TMPDIR and, told that it runs on this
  // Amazon system, unpacks its system libraries as well.
  const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(modules, '..'),
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`The test browser could not be unpacked.\n${child.stderr}`);
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error; // another run may have been faster
  }
  return folder;
}

function tryToStart(candidate) {
  const run = spawnSync(candidate.executablePath, ['--no-sandbox', '--version'], {
    env: { ...process.env, ...candidate.env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (run.status === 0) return { ok: true, version: run.stdout.trim() };
  return { ok: false, reason: (run.stderr || run.error?.message || `exit code ${run.status}`).trim() };
}

function* candidates() {
  if (process.env.CHROME_PATH) {
    yield { name: 'CHROME_PATH', executablePath: process.env.CHROME_PATH, env: {} };
    return;
  }
  const folder = unpack();
  const executablePath = join(folder, 'chromium');
  const libraries = join(folder, 'al2023', 'lib');
  const fonts = existsSync('/usr/share/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  yield { name: 'npm', executablePath, env: { ...fonts } };
  yield { name: 'npm with libraries', executablePath, env: { ...fonts, LD_LIBRARY_PATH: libraries } };
  for (const path of debian) if (existsSync(path)) yield { name: path, executablePath: path, env: {} };
}

function explainFailure(failures) {
  const missing = [
    ...new Set([...failures.join('\n').matchAll(/(lib[\w.+-]+\.so[\w.]*)/g)].map(([lib]) => lib)),
  ];
  return [
    'No Chromium could be started for the browser tests.',
    ...failures.map((failure) => `  - ${failure}`),
    missing.length > 0
      ? `Missing system libraries: ${missing.join(', ')}. On Debian or Ubuntu: apt-get install libnss3 libnspr4 libexpat1`
      : 'On Debian or Ubuntu, `apt-get install chromium-headless-shell` provides one.',
    'Or point the environment variable CHROME_PATH to a Chromium or Chrome of your own.',
  ].join('\n');
}

/** Gives the first Chromium that starts: its path, the environment it needs, its version. Throws words to act on. */
export function findBrowser() {
  const failures = [];
  for (const candidate of candidates()) {
    const start = tryToStart(candidate);
    if (start.ok) return { ...candidate, version: start.version };
    failures.push(`${candidate.name} (${candidate.executablePath}): ${start.reason}`);
  }
  throw new Error(explainFailure(failures));
}

/** Launch options for puppeteer-core and for the chromeLauncher of web-test-runner. */
export function launchOptions() {
  const { executablePath, env } = findBrowser();
  return { executablePath, headless: true, args: browserArgs, env: { ...process.env, ...env } };
}

/** A running browser, for tests that drive whole pages. The caller closes it. */
export async function launchBrowser() {
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.launch(launchOptions());
}
