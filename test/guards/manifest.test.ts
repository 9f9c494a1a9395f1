import { readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchBrowser } from '../../scripts/browser.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as Package;
const bundle = readFileSync(`${root}dist/cdn/all.js`, 'utf8');

const described = manifest.modules.flatMap(({ path, declarations = [] }) =>
  declarations.flatMap((declaration) =>
    'tagName' in declaration && typeof declaration.tagName === 'string'
      ? [{ path, tag: declaration.tagName, element: declaration as CustomElementDeclaration }]
      : [],
  ),
);

let browser: Browser;
/** What the elements really have, asked of their classes in a browser. */
let real: Record<string, { attributes: string[]; properties: string[] }>;

beforeAll(async () => {
  browser = await launchBrowser();
  const page = await browser.newPage();
  await page.addScriptTag({ content: bundle, type: 'module' });
  await page.waitForFunction(() => customElements.get('action-manager') !== undefined);
  real = await page.evaluate(
    (tags) => {
      type LitClass = CustomElementConstructor & {
        observedAttributes: string[];
        elementProperties: Map<PropertyKey, { state?: boolean }>;
      };
      return Object.fromEntries(
        tags.map((tag) => {
          const element = customElements.get(tag) as LitClass | undefined;
          const properties = [...(element?.elementProperties ?? [])].filter(
            ([, { state }]) => state !== true,
          );
          return [
            tag,
            {
              attributes: [...(element?.observedAttributes ?? [])].sort(),
              properties: properties.map(([name]) => String(name)).sort(),
            },
          ];
        }),
      );
    },
    described.map(({ tag }) => tag),
  );
});
afterAll(() => browser.close());

/** The sources of one element: its class file and the template parts beside it. */
function sourcesOf(path: string): string {
  // The manifest speaks of what is shipped; the templates stand in the sources.
  const folder = `${root}${dirname(path).replace('dist/esm/', '')}`;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
}

const shared = sourcesOf('src/elements/shared/notice.ts');

const findAll = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].flatMap(([, found = '']) => found.split(/\s+/)))].filter(
    (name) => name !== '' && !name.includes('$'),
  );

describe('the manifest', () => {
  it('names every element that exists', () => {
    const files = readdirSync(`${root}src/elements`, { recursive: true, encoding: 'utf8' });
    const tags = files.flatMap((file) => /([a-z-]+)\.element\.ts$/.exec(file)?.[1] ?? []);
    expect(described.map(({ tag }) => tag).sort()).toEqual(tags.sort());
  });

  it.each(described)('says of <$tag> the attributes and properties that it has', ({ tag, element }) => {
    const fields = (element.members ?? []).flatMap((member) =>
      member.kind === 'field' && member.privacy !== 'private' && member.static !== true ? [member.name] : [],
    );
    const attributes = (element.attributes ?? []).map(({ name }) => name).sort();
    expect(attributes).toEqual(real[tag]?.attributes);
    expect(fields.sort()).toEqual(expect.arrayContaining(real[tag]?.properties ?? ['an unknown element']));
  });

  it.each(described)('names the slots and parts of <$tag> that its templates have', ({ path, element }) => {
    const text = sourcesOf(path);
    const slots = text.includes('<slot') ? findAll(text, /<slot name="([^"]+)"/g) : [];
    const documented = (element.slots ?? []).map(({ name }) => name).filter((name) => name !== '');
    expect(documented.sort()).toEqual(slots.sort());
    const parts = findAll(text, /\spart="([^"]+)"/g);
    for (const { name } of element.cssParts ?? []) {
      // Shared templates bring their parts along, and some parts are chosen while rendering.
      const isUsed = new RegExp(`(?:export)?parts?="[^"]*\\b${name}\\b|'${name}'`).test(text + shared);
      expect(isUsed, `part ${name}`).toBe(true);
    }
    expect((element.cssParts ?? []).map(({ name }) => name)).toEqual(expect.arrayContaining(parts));
  });
});
