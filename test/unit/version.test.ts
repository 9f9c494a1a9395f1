import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { VERSION } from '../../src/version.js';

it('the version that elements name is the one that the package has', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(VERSION).toBe(version);
});
