import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';

import { launchBrowser } from '../../scripts/browser.mjs';
import { serveSite } from '../../scripts/serve-site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BuiltPage {
  readonly page: Page;
  readonly browser: Browser;
  readonly url: string;
  close(): Promise<void>;
}

/** Builds a folder of pages for production, serves it under the strict policy and opens it in a browser. */
export async function openBuiltPage(folder: string, path = ''): Promise<BuiltPage> {
  const pages = readdirSync(`${root}${folder}`).filter((file) => file.endsWith('.html'));
  const outDir = `${root}dist/${folder.replaceAll('/', '-')}`;
  await build({
    configFile: false,
    root: `${root}${folder}`,
    base: './',
    logLevel: 'warn',
    resolve: { conditions: ['@groundswell/source', 'module', 'browser', 'development|production'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages.map((page) => `${root}${folder}/${page}`) },
    },
  });
  return openServedPage(outDir, path);
}

/** Serves a folder that is already built, under the strict policy, and opens it in a browser. */
export async function openServedPage(folder: string, path = ''): Promise<BuiltPage> {
  const server = await serveSite({ root: folder });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
  return {
    page,
    browser,
    url: server.url,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
