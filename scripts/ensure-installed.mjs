// What `npm start` and `npm test` need before anything else: a recent Node, and the packages of the lockfile.
// Uses nothing but Node itself, and syntax that old versions can read.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

export function checkNode() {
  const wanted = readJson('package.json').engines.node.replace(/[^\d.]/g, '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(`This needs Node ${wanted} or later; this is Node ${process.versions.node}.`);
  console.error('Get a current one at https://nodejs.org/ and run the same command again.');
  process.exit(1);
}

/** Says whether node_modules holds exactly what the lockfile lists, packages for other systems aside. */
function isInstalled() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false;
  const wanted = readJson('package-lock.json').packages;
  const found = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    if (path === '' || !path.startsWith('node_modules/')) return true;
    if (link) return existsSync(`${root}${path}`);
    if (!found[path]) return optional === true || peer === true;
    return found[path].version === version && existsSync(`${root}${path}`);
  });
}

function install() {
  console.log('Installing packages (npm ci), about half a minute …');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  const started = Date.now();
  const run = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], options)
    : spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { ...options, shell: true });
  if (run.status !== 0) {
    console.error(
      'The packages could not be installed. The lines above say why; a missing network is the usual reason.',
    );
    process.exit(1);
  }
  console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

export function ensureInstalled() {
  checkNode();
  if (!isInstalled()) install();
}
