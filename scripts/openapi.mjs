// Writes dist/openapi.json from the contract, and lints it. Needs dist/esm.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConfig, formatProblems, lintFromString } from '@redocly/openapi-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}dist/openapi.json`;

if (!existsSync(`${root}dist/esm/src/http/openapi.js`)) throw new Error('Build first: dist/esm is missing.');
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const { openApiDocument } = await import('../dist/esm/src/http/openapi.js');
const source = `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
writeFileSync(target, source);

const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    // A backend is the partner's own: its address and its licence are not ours to state.
    'no-empty-servers': 'off',
    'info-license': 'off',
  },
});
const problems = await lintFromString({ source, absoluteRef: target, config });
if (problems.length > 0) {
  formatProblems(problems, {
    format: 'stylish',
    totals: { errors: problems.length, warnings: 0, ignored: 0 },
    version: '',
  });
  process.exit(1);
}
console.log('openapi: dist/openapi.json, 0 problems');
