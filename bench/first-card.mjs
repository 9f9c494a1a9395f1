// What a first visit costs: bytes on the wire and the time to the first card, on a slowed processor and a slow network,
// with the HTTP client against a backend on this machine. Usage: node bench/first-card.mjs [visits=9]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { createFetchHandler } from '@groundswell/elements/http';
import { createEmbeddedBackend } from '@groundswell/elements/embedded';
import { riverbend } from '@groundswell/elements/mocks';
import { launchBrowser } from '../scripts/browser.mjs';

const visits = Number(process.argv[2] ?? 9);
const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = `${root}dist/bench-first-card`;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const campaign = riverbend({ now: new Date() });
const backend = createEmbeddedBackend({ campaign, links: { web: 'https://example.org/?share={token}' } });
const caller = { role: 'visitor', campaignId: campaign.campaign.id, language: 'en' };
const handle = createFetchHandler({
  dispatch: backend.dispatch,
  authenticate: async () => caller,
  basePath: '/api',
});

let sent = 0;

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname.startsWith('/api/')) {
    const answered = await handle(
      new Request(`http://localhost${request.url}`, { headers: request.headers }),
    );
    const body = gzipSync(Buffer.from(await answered.arrayBuffer()));
    sent += body.length;
    response
      .writeHead(answered.status, { ...Object.fromEntries(answered.headers), 'content-encoding': 'gzip' })
      .end(body);
    return;
  }
  const file = `${outDir}${pathname === '/' ? '/index.html' : pathname}`;
  const body = gzipSync(await readFile(file), { level: 9 });
  sent += body.length;
  response
    .writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-encoding': 'gzip' })
    .end(body);
}

await build({
  configFile: false,
  root: `${root}bench/first-card`,
  base: './',
  logLevel: 'warn',
  resolve: { conditions: ['@groundswell/source', 'module', 'browser', 'production'] },
  build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});
const server = createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(404).end());
});
await new Promise((settle) => server.listen(0, 'localhost', settle));
const browser = await launchBrowser();
const times = [];
for (let visit = 0; visit < visits; visit += 1) {
  sent = 0;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 844 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // A slow mobile network: 150 ms there and back, 1.6 Mbit/s down.
  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow);
  await page.goto(`http://localhost:${server.address().port}/`);
  await page.waitForSelector('action-feed >>> action-card');
  times.push(await page.evaluate(() => performance.now()));
  await context.close();
}
await browser.close();
server.close();
await backend.close();
times.sort((a, b) => a - b);
console.log(
  `first card after ${Math.round(times[Math.floor(times.length / 2)])} ms (median of ${visits}; 4x slower`,
);
console.log(
  `processor, 150 ms latency, 1.6 Mbit/s; least ${Math.round(times[0])}, most ${Math.round(times.at(-1))})`,
);
console.log(`${(sent / 1000).toFixed(1)} kB gzip on the wire, page, code and first answers together`);
