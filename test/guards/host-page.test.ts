import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'puppeteer-core';

import { launchBrowser } from '../../scripts/browser.mjs';

const bundle = readFileSync(fileURLToPath(new URL('../../dist/cdn/all.js', import.meta.url)), 'utf8');

/** A page with a look of its own, some of it fragile: gradients by custom properties, bare tags, generated content. */
const host = `<!doctype html><html lang="en"><head><title>Host</title><style>
  :root { --accent: tomato; --gs: 1; color-scheme: light dark; }
  body { font: 17px/1.4 Georgia, serif; margin: 2rem; background: linear-gradient(#fff, #eee); }
  button, input, p, h1, h2, a { color: var(--accent); letter-spacing: 0.5px; }
  .card { border: 3px dotted var(--accent); padding: 11px; }
  p::before { content: "§ "; }
</style></head><body>
  <h1>News</h1><p class="card">A <a href="#x">link</a> and <em>words</em>.</p>
  <button>Press</button><input value="typed"><ul><li>One</li></ul><dialog>Hello</dialog>
  <div id="place"></div>
</body></html>`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Everything that a host page could notice: computed styles, its head, its globals, its own style sheets. */
const describePage = (page: Page) =>
  page.evaluate(() => {
    const own = [...document.querySelectorAll('html, body, body *:not(#place *)')];
    return {
      styles: own.map((element) => {
        const style = getComputedStyle(element);
        return `${element.localName}: ${[...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')}`;
      }),
      head: document.head.innerHTML,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      globals: Object.getOwnPropertyNames(window)
        .filter((name) => !/^(on|webkit)/.test(name))
        .sort(),
      attributes: [...document.documentElement.attributes, ...document.body.attributes].map(
        ({ name }) => name,
      ),
    };
  });

async function openHost(script?: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(host);
  if (script === undefined) return page;
  // The tag that loads us is the page's own doing, and gone before anybody looks.
  const tag = await page.addScriptTag({ content: script, type: 'module' });
  await tag.evaluate((element) => element.remove());
  await page.evaluate(async () => {
    const tags = [
      'action-provider',
      'action-feed',
      'action-card',
      'action-page',
      'action-manager',
      'results-panel',
    ];
    document.querySelector('#place')?.append(...tags.map((name) => document.createElement(name)));
    await new Promise((settle) => setTimeout(settle, 50));
  });
  return page;
}

/** Globals by which Lit and zod find out about a second copy of themselves. We leave none of our own. */
const OF_LIBRARIES = [
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
  '__zod_globalConfig',
];

describe('the host page', () => {
  it('is the same with our elements as without: styles, head, style sheets, attributes, globals', async () => {
    const [without, withUs] = [
      await describePage(await openHost()),
      await describePage(await openHost(bundle)),
    ];
    expect(without.styles.length).toBeGreaterThan(8);
    const globals = withUs.globals.filter((name) => !OF_LIBRARIES.includes(name));
    // The place itself grows with what is in it, and its ancestors with it: heights are the page's own doing.
    const withoutHeights = (styles: string[]) => styles.filter((style) => !/^(html|body|div):/.test(style));
    expect(withoutHeights(withUs.styles)).toEqual(withoutHeights(without.styles));
    expect({ ...withUs, styles: [], globals }).toEqual({ ...without, styles: [] });
  });

  it('would not be: a library that adds one rule to the head is noticed', async () => {
    const leaky = `document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { margin: 0 }' }));`;
    const [without, withLeak] = [
      await describePage(await openHost()),
      await describePage(await openHost(leaky)),
    ];
    expect(withLeak.styles).not.toEqual(without.styles);
    expect(withLeak.head).not.toBe(without.head);
  });
});
