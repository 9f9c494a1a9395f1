import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readRange } from '../../../server/src/media/read-range.js';
import { createS3Storage } from '../../../server/src/media/s3-storage.js';
import * as sample from '../../suites/server/media-samples.js';
import { announce, as, openMediaWorld, sendFile, type MediaWorld } from '../../suites/server/media-world.js';
import { S3_KEYS, startS3Server, type S3Server } from '../../suites/server/s3-server.js';

describe('which part of 100 bytes is asked for', () => {
  const all = { kind: 'all' };
  const part = (first: number, last: number) => ({ kind: 'part', range: { first, last } });
  it.each([
    [null, all],
    ['bytes=0-', part(0, 99)],
    ['bytes=10-19', part(10, 19)],
    ['bytes=90-200', part(90, 99)],
    ['bytes=-10', part(90, 99)],
    ['bytes=-200', part(0, 99)],
    ['bytes=99-', part(99, 99)],
    ['bytes=100-', { kind: 'outside' }],
    ['bytes=-0', { kind: 'outside' }],
    ['bytes=20-10', all],
    ['bytes=0-1,5-6', all],
    ['bytes=-', all],
    ['lines=1-2', all],
    ['bytes=a-b', all],
    ['bytes=99999999999999999999-', all],
  ])('by %j', (header, asked) => {
    expect(readRange(header, 100)).toEqual(asked);
  });
});

describe.each(['a folder', 'a bucket'])('a file in %s', (kind) => {
  let world: MediaWorld;
  let s3: S3Server | undefined;
  let url: string;
  const video = sample.mp4(5000);

  beforeAll(async () => {
    const started = kind === 'a bucket' ? await startS3Server() : undefined;
    s3 = started;
    const openBucket =
      started && (() => createS3Storage({ ...S3_KEYS, endpoint: started.endpoint, bucket: 'files' }));
    world = await openMediaWorld(openBucket);
    url = ((await (await sendFile(world, video)).json()) as { readonly url: string }).url;
  });
  afterAll(async () => {
    expect(world.failures).toEqual([]);
    await world.close();
    await s3?.close();
  });

  it('is shown as what it is and nothing else, to pages anywhere, for good', async () => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(video.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
    });
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="[0-9a-f]{32}\.mp4"$/);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(video);
  });

  it('is described without being sent', async () => {
    const response = await fetch(url, { method: 'HEAD', headers: { range: 'bytes=0-1' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(video.length));
    expect(await response.text()).toBe('');
  });

  it('is not sent again to whoever has it', async () => {
    const etag = (await fetch(url, { method: 'HEAD' })).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect((await fetch(url, { headers: { 'if-none-match': known } })).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('is sent in parts, as players ask', async () => {
    const response = await fetch(url, { headers: { range: 'bytes=100-199' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 100-199/${video.length}`);
    expect(response.headers.get('content-length')).toBe('100');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(video.subarray(100, 200));
    const outside = await fetch(url, { headers: { range: `bytes=${video.length}-` } });
    expect(outside.status).toBe(416);
    expect(outside.headers.get('content-range')).toBe(`bytes */${video.length}`);
    const other = await fetch(url, { headers: { range: 'bytes=100-199', 'if-range': '"another file"' } });
    expect(other.status).toBe(200);
  });

  it('is not found under another organization, before it is whole, or anywhere near', async () => {
    const [, id = ''] = /\/media\/one\/(.+)$/.exec(url) ?? [];
    const begun = await announce(world, { bytes: 100 });
    const unfinished = begun.headers.get('location')?.split('/').at(-1) ?? '';
    for (const path of [
      `two/${id}`,
      `one/${unfinished}`,
      `one/${id}x`,
      'one',
      `one/..%2f${id}`,
      `one/${id}/`,
      '-/a',
    ])
      expect((await fetch(`${world.url()}/media/${path}`)).status, path).toBe(404);
  });

  it('cannot be changed', async () => {
    for (const method of ['PUT', 'POST', 'DELETE'])
      expect((await fetch(url, { method, headers: as('one') })).status).toBe(405);
  });
});
