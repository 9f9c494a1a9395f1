import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as domain from '@groundswell/elements/domain';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../src/domain/', import.meta.url));

/** Parts of other rules, and what only our own cards look like: of no use on their own. */
const INNER = [
  'action/is-long-text',
  'links/encode-part',
  'results/count-deed',
  'results/day-of',
  'results/present-performance',
  'results/unique-events',
];

describe('the public rules', () => {
  it('are all of them, but for the parts that they are made of', () => {
    const index = readFileSync(`${folder}index.ts`, 'utf8');
    const exported = [...index.matchAll(/'\.\/(.+)\.js'/g)].map(([, path]) => path ?? '');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
      .map((file) => file.replace(/\.ts$/, ''));
    expect(files.filter((file) => !exported.includes(file) && !INNER.includes(file))).toEqual([]);
    expect(exported.filter((file) => INNER.includes(file))).toEqual([]);
  });

  it('answer through the entry point of the package', () => {
    expect(domain.checkContent(domain.newContent('open_webpage')).map(({ path }) => path)).toEqual([
      'title',
      'description',
      'webLink',
    ]);
  });
});
