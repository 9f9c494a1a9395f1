import { Upload, type UploadOptions } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import * as sample from '../../suites/server/media-samples.js';
import { as, openMediaWorld, type MediaWorld } from '../../suites/server/media-world.js';

/** The client that the authors of the protocol publish, and not ours: whatever speaks tus can send files here. */
describe('a client of the protocol', () => {
  let world: MediaWorld;
  beforeAll(async () => {
    world = await openMediaWorld();
  });
  afterAll(async () => {
    expect(world.failures).toEqual([]);
    await world.close();
  });

  const send = (file: Buffer, options: UploadOptions = {}) =>
    new Promise<{ readonly address: string; readonly body: string }>((settle, fail) => {
      const upload = new Upload(file, {
        endpoint: `${world.url()}/v1/media`,
        headers: { ...as('one') },
        metadata: { purpose: 'hero' },
        chunkSize: 20_000,
        retryDelays: [0, 10, 20, 50],
        onSuccess: ({ lastResponse }) => settle({ address: upload.url ?? '', body: lastResponse.getBody() }),
        onError: fail,
        ...options,
      });
      upload.start();
    });

  it('sends a file in several pieces, and hears how far it is', async () => {
    const file = sample.pngOf(90_000);
    const heard: number[] = [];
    const { body } = await send(file, { onChunkComplete: (_, accepted) => heard.push(accepted) });
    expect(heard).toEqual([20_000, 40_000, 60_000, 80_000, 90_000]);
    const { url } = JSON.parse(body) as { readonly url: string };
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(file);
  });

  it('may begin with the first piece', async () => {
    const { body } = await send(sample.png(), { uploadDataDuringCreation: true });
    expect(JSON.parse(body)).toMatchObject({ type: 'image/png' });
  });

  it('goes on after the server was started again in the middle', async () => {
    const file = sample.pngOf(90_000);
    let restarted: Promise<void> | undefined;
    const { address } = await send(file, {
      onChunkComplete: (_, accepted) => {
        if (accepted === 40_000) restarted = world.restart();
      },
    });
    await restarted;
    const media = await fetch(address, { headers: as('one') });
    expect(await media.json()).toMatchObject({ bytes: 90_000, type: 'image/png' });
  });

  it('hears at once that a file is too large', async () => {
    await expect(send(sample.pngOf(2_000_001))).rejects.toThrow(/413/);
  });

  it('hears that a file is not what it is called', async () => {
    const metadata = { purpose: 'hero', filename: 'cat.png', filetype: 'image/png' };
    await expect(send(sample.webPage(), { metadata })).rejects.toThrow(/422/);
  });
});
