import { createHttpClient } from '@groundswell/elements/http-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import * as sample from '../../suites/server/media-samples.js';
import { as, openMediaWorld, type MediaWorld } from '../../suites/server/media-world.js';

describe('our client', () => {
  let world: MediaWorld;
  beforeAll(async () => {
    world = await openMediaWorld();
  });
  afterAll(async () => {
    expect(world.failures).toEqual([]);
    await world.close();
  });

  const open = (token: string | undefined = as('one')['authorization']?.replace('Bearer ', '')) =>
    createHttpClient({
      baseUrl: `${world.url()}/v1`,
      getToken: () => Promise.resolve(token),
      retry: { base: 10, limit: 50, attempts: 40 },
    });

  it('sends a file over a server that is started again in the middle', async () => {
    const file = sample.pngOf(1_000_000);
    let restarted: Promise<void> | undefined;
    const media = await open().upload!(new Blob([Buffer.from(file)]), {
      purpose: 'hero',
      onProgress: (share) => {
        if (share === 0.5) restarted ??= world.restart();
      },
    });
    expect(restarted, 'it was in the middle').toBeDefined();
    await restarted;
    expect(media).toMatchObject({ type: 'image/png', bytes: 1_000_000, width: 40, height: 30 });
    expect(Buffer.from(await (await fetch(media.url)).arrayBuffer())).toEqual(file);
  });

  it.each([
    ['too-large', sample.pngOf(600_001), 'outgoing'],
    ['invalid-input', sample.webPage(), 'hero'],
    ['invalid-input', Buffer.alloc(0), 'hero'],
  ] as const)('hears that a file is refused as %s', async (code, file, purpose) => {
    await expect(open().upload!(new Blob([Buffer.from(file)]), { purpose })).rejects.toMatchObject({ code });
  });

  it('hears that somebody may not send files', async () => {
    const volunteer = as('one', 'volunteer')['authorization']?.replace('Bearer ', '');
    const file = new Blob([Buffer.from(sample.png())]);
    await expect(open(volunteer).upload!(file, { purpose: 'hero' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
