import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sweepUploads } from '../../../server/src/media/sweep-uploads.js';
import * as sample from '../../suites/server/media-samples.js';
import {
  addressOf,
  announce,
  as,
  openMediaWorld,
  sendFile,
  sendPart,
  type MediaWorld,
  type Who,
} from '../../suites/server/media-world.js';

interface Uploaded {
  readonly id: string;
  readonly url: string;
}

const head = (address: string, who: Who = as('one')) =>
  fetch(address, { method: 'HEAD', headers: { ...who, 'tus-resumable': '1.0.0' } });

const problemOf = async (response: Response) => {
  const { status, code, fields } = (await response.json()) as Record<string, unknown>;
  expect(status).toBe(response.status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return { status, code, ...(fields === undefined ? {} : { fields }) };
};

describe('an upload', () => {
  let world: MediaWorld;
  beforeAll(async () => {
    world = await openMediaWorld();
  });
  afterAll(async () => {
    expect(world.failures).toEqual([]);
    await world.close();
  });
  const partsOf = (address: string) =>
    readdirSync(world.partsFolder).filter((name) => name.startsWith(address.split('/').at(-1) ?? ''));
  const begin = async (bytes: number, who = as('one')) => addressOf(await announce(world, { bytes, who }));

  it('becomes a file that everybody can see, and leaves no parts behind', async () => {
    const file = sample.png({ width: 64, height: 48 });
    const response = await sendFile(world, file);
    expect(response.status).toBe(200);
    const media = (await response.json()) as Uploaded;
    expect(media).toEqual({
      id: media.id,
      url: `${world.url()}/media/one/${media.id}`,
      type: 'image/png',
      bytes: file.length,
      width: 64,
      height: 48,
    });
    expect(media.id).toMatch(/^[0-9a-f]{32}$/);
    const shown = await fetch(media.url);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(file);
    expect(readdirSync(world.partsFolder)).toEqual([]);
  });

  it('goes on where it stopped, over a restart of the server', async () => {
    const file = sample.pngOf(90_000);
    const address = await begin(file.length);
    expect((await sendPart(address, 0, file.subarray(0, 30_000))).headers.get('upload-offset')).toBe('30000');
    await world.restart();
    const where = await head(address);
    expect(where.headers.get('upload-offset')).toBe('30000');
    expect(where.headers.get('upload-length')).toBe('90000');
    expect((await sendPart(address, 60_000, file.subarray(60_000))).status, 'a gap').toBe(409);
    const done = await sendPart(address, 30_000, file.subarray(30_000));
    expect(done.status).toBe(200);
    const shown = await fetch(((await done.json()) as Uploaded).url);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(file);
  });

  it('tells what became of it to whoever did not hear', async () => {
    const file = sample.png();
    const address = await begin(file.length);
    const heard: unknown = await (await sendPart(address, 0, file)).json();
    const again = await fetch(address, { headers: as('one') });
    expect(await again.json()).toEqual(heard);
    expect((await head(address)).headers.get('upload-offset')).toBe(String(file.length));
    expect(await problemOf(await sendPart(address, file.length, Buffer.from('more')))).toMatchObject({
      status: 409,
    });
  });

  it('is finished by asking, where the server ended between the last byte and the answer', async () => {
    const file = sample.png();
    const address = await begin(file.length);
    await sendPart(address, 0, file.subarray(0, 10));
    expect(await problemOf(await fetch(address, { headers: as('one') }))).toEqual({
      status: 409,
      code: 'in-progress',
    });
    const { put } = world.storage;
    Object.assign(world.storage, { put: () => Promise.reject(new Error('The power went.')) });
    expect((await sendPart(address, 10, file.subarray(10))).status).toBe(500);
    expect(world.failures.splice(0)).toHaveLength(1);
    Object.assign(world.storage, { put });
    await world.restart();
    expect((await head(address)).headers.get('upload-offset')).toBe(String(file.length));
    expect(((await (await fetch(address, { headers: as('one') })).json()) as Uploaded).url).toContain(
      '/media/one/',
    );
  });

  it('is one file also where two ask for it at once', async () => {
    const file = sample.png();
    const address = await begin(file.length);
    const { put } = world.storage;
    Object.assign(world.storage, { put: () => Promise.reject(new Error('The power went.')) });
    await sendPart(address, 0, file);
    world.failures.splice(0);
    Object.assign(world.storage, { put });
    const answers = await Promise.all([1, 2, 3].map(() => fetch(address, { headers: as('one') })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  const wrong = { status: 422, code: 'invalid-input', fields: [{ path: 'file', code: 'not-allowed' }] };
  it.each([
    ['a drawing with a script', sample.svg()],
    ['a web page', sample.webPage()],
    ['a picture that is cut off', sample.png().subarray(0, -6)],
    ['a picture with an archive behind it', Buffer.concat([sample.png(), sample.zip()])],
    ['a film where a picture is asked for', sample.mp4(), 'outgoing'],
  ])('is refused when it turns out to be %s, whatever its name says', async (_, file, purpose = 'hero') => {
    const named = `purpose ${Buffer.from(purpose).toString('base64')},filename ${Buffer.from('cat.png').toString('base64')},filetype ${Buffer.from('image/png').toString('base64')}`;
    const begun = await announce(world, { bytes: file.length }, { 'upload-metadata': named });
    const address = addressOf(begun);
    expect(await problemOf(await sendPart(address, 0, file))).toEqual(wrong);
    expect((await head(address)).status, 'and is forgotten').toBe(404);
    expect(partsOf(address)).toEqual([]);
  });

  it('is refused with too many pixels in a few bytes', async () => {
    expect(
      await problemOf(await sendFile(world, sample.png({ width: 30_000, height: 30_000 }).subarray(0))),
    ).toEqual({
      status: 422,
      code: 'invalid-input',
      fields: [{ path: 'file', code: 'too-many', limit: 25_000_000 }],
    });
  });

  it.each([
    ['hero', 2_000_000, 2_000_001],
    ['outgoing', 600_000, 600_001],
  ])(
    'for %s may announce %d bytes, and is refused with %d before a byte is sent',
    async (purpose, most, more) => {
      expect((await announce(world, { bytes: most, purpose })).status).toBe(201);
      expect(await problemOf(await announce(world, { bytes: more, purpose }))).toEqual({
        status: 413,
        code: 'too-large',
        fields: [{ path: 'file', code: 'too-long', limit: most }],
      });
    },
  );

  it('takes no byte more than was announced', async () => {
    const file = sample.png();
    const address = await begin(file.length - 10);
    expect(await problemOf(await sendPart(address, 0, file))).toEqual({ status: 413, code: 'too-large' });
    const { headers } = await head(address);
    expect(Number(headers.get('upload-offset'))).toBeLessThan(file.length - 10);
  });

  it.each([
    ['nothing in it', { bytes: 0 }, {}, 422],
    ['a length below nothing', { bytes: -1 }, {}, 422],
    ['a length that is no number', { bytes: '1e3' }, {}, 422],
    ['a purpose that is unknown', { bytes: 10, purpose: 'poster' }, {}, 422],
    ['no purpose', { bytes: 10 }, { 'upload-metadata': '' }, 422],
    ['a length that comes later', { bytes: 10 }, { 'upload-defer-length': '1' }, 501],
    ['parts of its own', { bytes: 10 }, { 'upload-concat': 'partial' }, 501],
    ['another version of the protocol', { bytes: 10 }, { 'tus-resumable': '0.2.2' }, 400],
  ])('is not begun with %s', async (_, announced, headers, status) => {
    const response = await announce(world, announced, headers);
    expect(response.headers.get('location')).toBeNull();
    expect((await problemOf(response)).status).toBe(status);
  });

  it('is taken from organizers only', async () => {
    expect(await problemOf(await announce(world, { bytes: 10, who: as('one', 'volunteer') }))).toEqual({
      status: 403,
      code: 'forbidden',
    });
    for (const who of [as('one', 'visitor'), {}])
      expect(await problemOf(await announce(world, { bytes: 10, who }))).toEqual({
        status: 401,
        code: 'unauthenticated',
      });
  });

  it('of another organization is not there, under any method', async () => {
    const file = sample.png();
    const address = await begin(file.length);
    const theirs = as('two');
    expect((await head(address, theirs)).status).toBe(404);
    expect((await sendPart(address, 0, file, theirs)).status).toBe(404);
    for (const method of ['GET', 'DELETE'])
      expect(
        (await fetch(address, { method, headers: { ...theirs, 'tus-resumable': '1.0.0' } })).status,
      ).toBe(404);
    const done = (await (await sendPart(address, 0, file)).json()) as Uploaded;
    expect((await fetch(address, { headers: theirs })).status).toBe(404);
    expect((await fetch(`${world.url()}/media/two/${done.id}`)).status).toBe(404);
  });

  it.each(['%2e%2e%2fpasswd', '..%5cx', 'a%00b', 'x'.repeat(200), 'one/two'])(
    'named %s is not there',
    async (id) => {
      const response = await head(`${world.url()}/v1/media/${id}`);
      expect(response.status).toBe(404);
    },
  );

  it('is taken back by whoever stops it', async () => {
    const address = await begin(1000);
    await sendPart(address, 0, Buffer.alloc(100));
    const stopped = await fetch(address, {
      method: 'DELETE',
      headers: { ...as('one'), 'tus-resumable': '1.0.0' },
    });
    expect(stopped.status).toBe(204);
    expect((await head(address)).status).toBe(404);
  });

  it('is given up after a day, and then swept away', async () => {
    const begun = await announce(world, { bytes: 1000 });
    const address = addressOf(begun);
    expect(begun.headers.get('upload-expires')).toBe('Mon, 02 Mar 2026 12:00:00 GMT');
    await sendPart(address, 0, Buffer.alloc(100));
    world.pass(23);
    expect((await head(address)).status).toBe(200);
    world.pass(2);
    expect((await head(address)).status).toBe(410);
    expect(await problemOf(await sendPart(address, 100, Buffer.alloc(10)))).toEqual({
      status: 410,
      code: 'gone',
    });
    expect(await sweepUploads(world, world.now())).toBeGreaterThan(0);
    expect((await head(address)).status).toBe(404);
    expect(readdirSync(world.partsFolder)).toEqual([]);
    expect(await sweepUploads(world, world.now())).toBe(0);
  });

  it('is one of so many that an organization may have begun', async () => {
    const many = Array.from({ length: 100 }, () => announce(world, { bytes: 10, who: as('two') }));
    expect((await Promise.all(many)).every(({ status }) => status === 201)).toBe(true);
    expect((await problemOf(await announce(world, { bytes: 10, who: as('two') }))).code).toBe('rate-limited');
    expect((await announce(world, { bytes: 10 })).status).toBe(201);
  });

  it('may be read by pages of other origins only where the server says so elsewhere', async () => {
    const response = await announce(world, { bytes: 10 }, { origin: 'https://evil.example' });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
