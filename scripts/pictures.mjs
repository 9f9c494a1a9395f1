// Takes the pictures of the README from the built site, and of any page for whoever wants to look.
// Usage: node scripts/pictures.mjs [folder=docs/pictures]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { serveSite } from './serve-site.mjs';
import { buildSite } from './site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? `${root}docs/pictures`;
const pictures = [
  {
    name: 'feed',
    scrollTo: 'action-feed',
    path: 'index.html',
    width: 1280,
    height: 860,
    theme: 'light',
    language: 'en',
    person: 'volunteer',
  },
  {
    name: 'organizer',
    path: 'organizer.html',
    width: 1280,
    height: 860,
    theme: 'light',
    language: 'en',
    person: 'organizer',
  },
  {
    name: 'phone-dark-es',
    path: 'index.html',
    width: 390,
    height: 844,
    theme: 'dark',
    language: 'es',
    person: 'volunteer',
  },
];

mkdirSync(folder, { recursive: true });
await buildSite();
const site = await serveSite({ root: `${root}dist/site` });
const browser = await launchBrowser();
for (const { name, path, width, height, scrollTo = 'html', ...settings } of pictures) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.evaluateOnNewDocument((remembered) => {
    for (const [key, value] of Object.entries(remembered))
      localStorage.setItem(`groundswell-demo.${key}`, value);
  }, settings);
  await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle0' });
  await new Promise((settle) => setTimeout(settle, 1500));
  await page.$eval(scrollTo, (element) => element.scrollIntoView());
  await new Promise((settle) => setTimeout(settle, 500));
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
  console.log(`${folder}/${name}.png`);
}
await browser.close();
await site.close();
