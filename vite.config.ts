// The demonstration site: every site/*.html is a page.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const site = fileURLToPath(new URL('./site/', import.meta.url));
const pages = readdirSync(site).filter((file) => file.endsWith('.html'));

export default defineConfig({
  root: site,
  base: './',
  resolve: { conditions: ['@groundswell/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: fileURLToPath(new URL('./dist/site/', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The site runs under a policy that allows no inline code: nothing is inlined, nothing is polyfilled.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages.map((page) => `${site}${page}`) },
  },
});
