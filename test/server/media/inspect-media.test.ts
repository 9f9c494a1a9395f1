import { describe, expect, it } from 'vitest';

import { inspectMedia } from '../../../server/src/media/inspect-media.js';
import * as sample from '../../suites/server/media-samples.js';

const sides = { width: 40, height: 30 };

describe('a file is known by its content', () => {
  it.each([
    ['image/png', sample.png(), sides],
    ['image/jpeg', sample.jpeg(), sides],
    ['image/gif', sample.gif(), sides],
    ['image/webp', sample.webp(), { width: 1, height: 1 }],
    ['image/avif', sample.avif(), sides],
    ['video/mp4', sample.mp4(), {}],
    ['video/webm', sample.webm(), {}],
  ])('as %s', async (type, file, size) => {
    expect(await inspectMedia(file)).toEqual({ type, bytes: file.length, ...size });
  });

  it.each([
    ['a drawing with a script in it', sample.svg()],
    ['a web page', sample.webPage()],
    ['an archive', sample.zip()],
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from([7, 1, 255, 3, 0, 9])],
    ['a picture that says it is a picture and has nothing in it', sample.png().subarray(0, 8)],
  ])('and %s is none that is known here', async (_, file) => {
    expect((await inspectMedia(file)).type).toBeUndefined();
  });

  const all = {
    png: sample.png(),
    jpeg: sample.jpeg(),
    gif: sample.gif(),
    webp: sample.webp(),
    avif: sample.avif(),
    mp4: sample.mp4(),
  };
  it.each(Object.entries(all))('and %s is not, wherever it is cut off', async (_, file) => {
    for (let length = 0; length < file.length; length += 1)
      expect((await inspectMedia(file.subarray(0, length))).type, `${length} bytes`).toBeUndefined();
  });

  it.each(['png', 'webp', 'avif', 'mp4'] as const)(
    'and %s is not with an archive behind it',
    async (name) => {
      expect((await inspectMedia(Buffer.concat([all[name], sample.zip()]))).type).toBeUndefined();
    },
  );

  it('and a JPEG is one with what cameras put behind it', async () => {
    expect((await inspectMedia(Buffer.concat([all.jpeg, Buffer.from('SEFT')]))).type).toBe('image/jpeg');
  });

  it('and the sides of an AVIF are what has to be decoded, not what is left of it', async () => {
    const file = sample.avif({ width: 60_000, height: 60_000, crop: true });
    expect(await inspectMedia(file)).toMatchObject({ width: 60_000, height: 60_000 });
  });

  it('and whatever one byte is changed to, looking at it ends', async () => {
    for (const file of [...Object.values(all), sample.webm()])
      for (let at = 0; at < file.length; at += 1)
        for (const value of [0, 1, 0x7f, 0xff]) {
          const changed = Buffer.from(file);
          changed[at] = value;
          expect((await inspectMedia(changed)).bytes).toBe(file.length);
        }
  });
});
