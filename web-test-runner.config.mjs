import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { launchOptions } from './scripts/browser.mjs';
import { countReporter } from './scripts/wtr-count-reporter.mjs';
import { storyIndex } from './scripts/wtr-story-index.mjs';

const mockServiceWorker = readFileSync(new URL(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');

const page = (testFramework) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`;

export default {
  groups: [
    { name: 'browser', files: 'test/browser/**/*.test.ts' },
    { name: 'stories', files: 'test/stories/**/*.test.ts' },
  ],
  nodeResolve: { exportConditions: ['@groundswell/source', 'development', 'browser'] },
  concurrency: 2,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 10_000 } },
  testRunnerHtml: page,
  filterBrowserLogs: ({ args }) => !args.some((part) => String(part).startsWith('Lit is in dev mode')),
  browsers: [
    chromeLauncher({
      // A context of its own for each page: a shared service worker would mix up pages that run side by side.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
      launchOptions: launchOptions(),
    }),
  ],
  plugins: [
    storyIndex(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [
    async (context, next) => {
      if (context.path !== '/mockServiceWorker.js') return next();
      context.type = 'text/javascript';
      context.body = mockServiceWorker;
    },
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    countReporter(process.env.TEST_REPORT),
  ],
};
