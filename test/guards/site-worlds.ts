import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';

import { riverbend } from '@groundswell/elements/mocks/riverbend';

import { launchBrowser } from '../../scripts/browser.mjs';
import { findFreePort } from '../../scripts/find-free-port.mjs';
import { createSiteFront, serveSite } from '../../scripts/serve-site.mjs';
import { readSettings } from '../../server/src/config/read-settings.js';
import { openDemo } from '../../server/src/demo/open-demo.js';

const root = fileURLToPath(new URL('../../dist/site', import.meta.url));

/** The built site with something behind it, and a browser. */
export interface SiteWorld {
  readonly url: string;
  readonly browser: Browser;
  /** Ends what is behind it, and starts it again on the same data and address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

async function openInBrowser(): Promise<SiteWorld> {
  const server = await serveSite({ root });
  const browser = await launchBrowser();
  return {
    url: server.url,
    browser,
    restart: () => Promise.reject(new Error('There is no server to start again.')),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function openOnServer(): Promise<SiteWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-journey-'));
  const port = await findFreePort(0, 'localhost');
  const origin = `http://localhost:${port}`;
  const settings = readSettings({
    ...{ PORT: String(port), GROUNDSWELL_DATA: folder, GROUNDSWELL_PUBLIC_URL: origin, LOG_LEVEL: 'error' },
  });
  const site = await createSiteFront({ root });
  const campaign = (now: Date) => riverbend({ now, sceneUrl: (name) => `${origin}/images/${name}.svg` });
  const start = () => openDemo({ settings, campaign, site });
  let demo = await start();
  const browser = await launchBrowser();
  return {
    url: `${origin}/`,
    browser,
    restart: async () => {
      await demo.close();
      demo = await start();
    },
    close: async () => {
      await browser.close();
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the demonstration can have behind it. */
export const siteWorlds = [
  { name: 'in the browser alone', restarts: false, mailsCodes: false, open: openInBrowser },
  { name: 'on the server', restarts: true, mailsCodes: true, open: openOnServer },
] as const;
