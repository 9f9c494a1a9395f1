// Building the demonstration site, and what the site knows about campaign files.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function buildSite() {
  if (!existsSync(`${root}site/index.html`)) throw new Error('There is no site/index.html.');
  await build({ configFile: `${root}vite.config.ts`, logLevel: 'warn' });
}

/** The site's own check of a campaign file, or undefined while it has none. */
export async function loadCampaignCheck() {
  if (!existsSync(`${root}site/campaign-file.ts`)) return undefined;
  const conditions = ['@groundswell/source', 'module', 'node', 'development|production'];
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    ssr: { noExternal: ['@groundswell/elements'], resolve: { conditions } },
  });
  try {
    return (await server.ssrLoadModule('/site/campaign-file.ts')).checkCampaignFile;
  } finally {
    await server.close();
  }
}
