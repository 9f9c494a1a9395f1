// What each entry point costs on the wire: bundled for production, minified, gzip level 9, in kB of 1,000 bytes.
// Code that an element loads only when it is needed is listed on its own and counts towards no budget.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { emitModules } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
const { exports } = readJson('package.json');
const { base, beyondBase, planned } = readJson('size-budgets.json');

const builtFile = (entry) => exports[`./${entry}`]?.default;
const exists = (entry) => builtFile(entry) !== undefined && existsSync(`${root}${builtFile(entry)}`);
const gzip = (chunk) => gzipSync(chunk.code, { level: 9 }).length;
const kB = (bytes) => (bytes / 1000).toFixed(1);

const virtualEntry = (entries) => ({
  name: 'virtual-entry',
  resolveId: (id) => (id === 'entry' ? id : null),
  load: (id) =>
    id === 'entry' ? entries.map((entry) => `export * from '${root}${builtFile(entry)}';`).join('\n') : null,
});

/** Bundles entries as a page would that uses them all. What loads at once is one chunk; the rest is lazy. */
async function measure(entries) {
  const bundle = await rollup({
    input: 'entry',
    treeshake: { moduleSideEffects: true },
    plugins: [
      virtualEntry(entries),
      nodeResolve({ exportConditions: ['production', 'browser'], browser: true }),
      terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: false } }),
    ],
    onwarn: (warning) => {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({ format: 'es', chunkFileNames: '[name].js' });
  await bundle.close();
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  const atOnce = new Set();
  const follow = (fileName) => {
    if (atOnce.has(fileName)) return;
    atOnce.add(fileName);
    chunks.get(fileName).imports.forEach(follow);
  };
  follow(entry.fileName);
  const lazy = [...chunks.values()].filter(({ fileName }) => !atOnce.has(fileName));
  return {
    bytes: [...atOnce].reduce((sum, fileName) => sum + gzip(chunks.get(fileName)), 0),
    lazy: new Map(lazy.map((chunk) => [chunk.name, gzip(chunk)])),
  };
}

function checkList() {
  const listed = [...base.entries, ...beyondBase.map(({ entry }) => entry)];
  const elements = Object.keys(exports).flatMap((path) => /^\.\/(elements\/.+)$/.exec(path)?.[1] ?? []);
  return [
    ...listed
      .filter((entry) => builtFile(entry) === undefined)
      .map((entry) => `${entry} is not in the exports of package.json`),
    ...elements
      .filter((entry) => !listed.includes(entry))
      .map((entry) => `${entry} has no budget in size-budgets.json`),
    ...listed
      .filter((entry) => !exists(entry) && !planned.includes(entry))
      .map((entry) => `${entry} does not exist`),
    ...planned
      .filter(exists)
      .map((entry) => `${entry} exists now: take it off the planned list of size-budgets.json`),
  ];
}

function print(rows) {
  const cells = [['entry', 'gzip', 'budget', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column].length)));
  for (const [entry, size, budget, note] of cells) {
    const line = [entry.padEnd(widths[0]), size.padStart(widths[1]), budget.padStart(widths[2]), note];
    console.log(line.join('  ').trimEnd());
  }
}

const over = (bytes, limit) => (bytes > limit ? 'OVER' : '');

emitModules();
const problems = checkList();
const rows = [];
const lazy = new Map();
let tooBig = 0;

function report(name, { bytes, lazy: found }, limit) {
  tooBig += bytes > limit ? 1 : 0;
  rows.push([name, kB(bytes), kB(limit), over(bytes, limit)]);
  for (const [chunk, size] of found) lazy.set(chunk, size);
}

const isBaseThere = base.entries.every(exists);
const baseSize = isBaseThere ? await measure(base.entries) : { bytes: 0, lazy: new Map() };
if (isBaseThere) report(base.name, baseSize, base.limit);
else rows.push([base.name, '-', kB(base.limit), 'not there yet']);

const measured = await Promise.all(
  beyondBase.map(({ entry }) =>
    exists(entry) ? measure([...base.entries.filter(exists), entry]) : undefined,
  ),
);
for (const [index, { entry, limit }] of beyondBase.entries()) {
  const together = measured[index];
  if (together) report(`+ ${entry}`, { ...together, bytes: together.bytes - baseSize.bytes }, limit);
  else rows.push([`+ ${entry}`, '-', kB(limit), 'not there yet']);
}
print([...rows, ...[...lazy].map(([chunk, size]) => [`  lazy: ${chunk}`, kB(size), '', ''])]);
console.log(
  '\nkB gzip. The first line is everything on the wire; each further line is what it adds to that.',
);
for (const problem of problems) console.error(problem);
if (tooBig > 0) console.error(`${tooBig} over budget.`);
process.exitCode = problems.length + tooBig > 0 ? 1 : 0;
