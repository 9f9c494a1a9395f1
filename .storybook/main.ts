import { execFileSync } from 'node:child_process';
import type { StorybookConfig } from '@storybook/web-components-vite';

// Controls and docs come from the manifest, so it must not be older than the elements.
execFileSync(process.execPath, ['scripts/manifest.mjs'], { stdio: 'inherit' });

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  staticDirs: [{ from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
