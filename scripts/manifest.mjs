// Writes dist/custom-elements.json and checks it against the schema of the format.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';

const root = fileURLToPath(new URL('..', import.meta.url));
const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';

const cem = spawnSync(
  process.execPath,
  [analyzer, 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
  { cwd: root, encoding: 'utf8' },
);
if (cem.status !== 0) throw new Error(`The manifest could not be written.\n${cem.stdout}${cem.stderr}`);

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const schema = read('../node_modules/custom-elements-manifest/schema.json');
const manifest = read('../dist/custom-elements.json');

const ajv = new Ajv({ allErrors: true, strict: false });
if (!ajv.validate(schema, manifest)) {
  console.error(
    `dist/custom-elements.json does not fit its schema:\n${ajv.errorsText(ajv.errors, { separator: '\n' })}`,
  );
  process.exit(1);
}
const tags = manifest.modules.flatMap(({ declarations = [] }) =>
  declarations.flatMap(({ tagName }) => tagName ?? []),
);
console.log(`manifest: ${tags.length} elements${tags.length > 0 ? ` (${tags.join(', ')})` : ''}`);
