// Everything that the packages ship: into dist/ modules with types, style sheets, the manifest, the API document and the
// files for a script tag; into server/dist the server.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(...command) {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Style sheets without the white space that only people need: between rules, declarations and list items. */
export const squeezeStyles = (code) =>
  code.replace(
    /\bcss ?`((?:[^`\\$]|\\.)*)`/g,
    (_, sheet) =>
      `css\`${sheet
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .trim()}\``,
  );

export function emitModules() {
  rmSync(`${root}dist/esm`, { recursive: true, force: true });
  run('node_modules/ts7/bin/tsc', '-p', 'tsconfig.build.json');
  const elementHalf = `${root}dist/esm/src`;
  for (const file of readdirSync(elementHalf, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.styles.js') && !file.endsWith('.element.js')) continue;
    const path = `${elementHalf}/${file}`;
    writeFileSync(path, squeezeStyles(readFileSync(path, 'utf8')));
  }
}

function copyStyles() {
  rmSync(`${root}dist/styles`, { recursive: true, force: true });
  mkdirSync(`${root}dist/styles`, { recursive: true });
  const source = `${root}src/styles`;
  const sheets = existsSync(source) ? readdirSync(source).filter((file) => file.endsWith('.css')) : [];
  for (const sheet of sheets) copyFileSync(`${source}/${sheet}`, `${root}dist/styles/${sheet}`);
  console.log(`styles: ${sheets.join(', ') || 'none'}`);
}

function bundleForScriptTags() {
  rmSync(`${root}dist/cdn`, { recursive: true, force: true });
  run(
    'node_modules/rollup/dist/bin/rollup',
    '--config',
    'rollup.config.mjs',
    '--failAfterWarnings',
    '--silent',
  );
  console.log(
    `script-tag files: ${readdirSync(`${root}dist/cdn`)
      .filter((file) => file.endsWith('.js'))
      .join(', ')}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  emitModules();
  console.log('modules and types: dist/esm');
  copyStyles();
  run('scripts/manifest.mjs');
  run('scripts/openapi.mjs');
  bundleForScriptTags();
  run('scripts/build-server.mjs');
}
