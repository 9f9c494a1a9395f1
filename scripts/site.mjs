// Building the demonstration site, and what the site knows about campaign files.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function buildSite() {
  if (!existsSync(`${root}site/index.html`)) throw new Error('There is no site/index.html.');
  await build({ configFile: `${root}vite.config.ts`, logLevel: 'warn' });
}

/** The site's own check of a campaign file, or undefined while it has none. */
export async function loadCampaignCheck() {
  const file = `${root}site/campaign-file.ts`;
  if (!existsSync(file)) return undefined;
  const conditions = ['@groundswell/source', 'module', 'node', 'development|production'];
  const { module } = await runnerImport(file, {
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions },
    ssr: { resolve: { conditions } },
  });
  return module.checkCampaignFile;
}
