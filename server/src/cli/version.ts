import { createRequire } from 'node:module';

const manifest = createRequire(import.meta.url)('@groundswell/server/package.json') as {
  readonly version: string;
};

/** The release that this is. */
export const VERSION = manifest.version;
