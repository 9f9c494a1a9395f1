// Building the demonstration site.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function buildSite() {
  if (!existsSync(`${root}site/index.html`)) throw new Error('There is no site/index.html.');
  await build({ configFile: `${root}vite.config.ts`, logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSite();
