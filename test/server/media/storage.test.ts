import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDiskStorage } from '../../../server/src/media/disk-storage.js';
import type { MediaStorage } from '../../../server/src/media/media-storage.js';
import { createS3Storage } from '../../../server/src/media/s3-storage.js';
import { S3_KEYS, startS3Server, type S3Server } from '../../suites/server/s3-server.js';

const root = mkdtempSync(join(tmpdir(), 'groundswell-storage-'));
const folder = join(root, 'files');
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.close();
  rmSync(root, { recursive: true, force: true });
});

const openBucket = (changes: object = {}) =>
  createS3Storage({ ...S3_KEYS, endpoint: `${s3.endpoint}/`, bucket: 'files', retries: 0, ...changes });

const contentOf = (text: string) => {
  const bytes = Buffer.from(text);
  return { bytes, type: 'image/png', sha256: createHash('sha256').update(bytes).digest('hex') };
};
const read = async (storage: MediaStorage, id: string, range?: { first: number; last: number }) => {
  const found = await storage.get({ orgId: 'one', id }, range);
  return found === undefined ? undefined : new Response(found).text();
};

describe.each([
  ['a folder', () => createDiskStorage({ folder })],
  ['a bucket', () => openBucket()],
])('a file in %s', (_, open) => {
  it('is there once it was put, whole and in part, and gone once it was deleted', async () => {
    const storage = open();
    await storage.put({ orgId: 'one', id: 'a' }, contentOf('0123456789'));
    expect(await read(storage, 'a')).toBe('0123456789');
    expect(await read(storage, 'a', { first: 2, last: 4 })).toBe('234');
    await storage.delete({ orgId: 'one', id: 'a' });
    expect(await read(storage, 'a')).toBeUndefined();
    await storage.delete({ orgId: 'one', id: 'a' });
  });

  it('may be put twice, also at once', async () => {
    const storage = open();
    await Promise.all([1, 2, 3].map(() => storage.put({ orgId: 'one', id: 'twice' }, contentOf('same'))));
    expect(await read(storage, 'twice')).toBe('same');
  });

  it('is not that of another organization', async () => {
    const storage = open();
    await storage.put({ orgId: 'two', id: 'theirs' }, contentOf('theirs'));
    expect(await read(storage, 'theirs')).toBeUndefined();
  });

  it.each([
    ['..', 'a'],
    ['one', '../two'],
    ['one', 'a/b'],
    ['one', ''],
    ['', 'a'],
    ['one', 'a.part'],
  ])('has no place at %j and %j', async (orgId, id) => {
    const storage = open();
    await expect(storage.put({ orgId, id }, contentOf('x'))).rejects.toThrow(RangeError);
    await expect(storage.get({ orgId, id })).rejects.toThrow(RangeError);
    await expect((async () => storage.delete({ orgId, id }))()).rejects.toThrow(RangeError);
  });
});

describe('a folder', () => {
  it('holds whole files and nothing else', async () => {
    const storage = createDiskStorage({ folder: join(root, 'only') });
    await storage.put({ orgId: 'one', id: 'b' }, contentOf('b'));
    expect(readdirSync(join(root, 'only', 'one'))).toEqual(['b']);
  });

  it('that cannot be written to is said to be unavailable, and keeps nothing', async () => {
    writeFileSync(join(root, 'in-the-way'), '');
    const failures: unknown[] = [];
    const storage = createDiskStorage({
      folder: join(root, 'in-the-way'),
      report: (error) => failures.push(error),
    });
    await expect(storage.put({ orgId: 'one', id: 'c' }, contentOf('c'))).rejects.toThrow('unavailable');
    expect(failures).toHaveLength(1);
  });
});

describe('a bucket', () => {
  it('gets files with their type, at the address of the organization', async () => {
    await openBucket().put({ orgId: 'one', id: 'kept' }, contentOf('kept'));
    expect(s3.objects.get('/files/one/kept')).toEqual({ bytes: Buffer.from('kept'), type: 'image/png' });
    expect(s3.refusals).toEqual([]);
  });

  it.each([
    ['another secret', { secretAccessKey: 'wrong' }, 'another signature'],
    ['another region', { region: 'us-east-1' }, 'another key'],
  ])('takes nothing that is signed with %s', async (_, changes, refusal) => {
    await expect(openBucket(changes).put({ orgId: 'one', id: 'd' }, contentOf('d'))).rejects.toThrow(
      'unavailable',
    );
    expect(s3.refusals.splice(0)).toEqual([refusal]);
    expect(s3.objects.has('/files/one/d')).toBe(false);
  });

  it('takes no other bytes than those that were signed', async () => {
    const content = { ...contentOf('signed'), bytes: Buffer.from('other') };
    await expect(openBucket().put({ orgId: 'one', id: 'e' }, content)).rejects.toThrow('unavailable');
    expect(s3.refusals.splice(0)).toEqual(['another body']);
  });

  it('is asked again where it fails in passing, and is unavailable where it goes on failing', async () => {
    s3.failNext(503);
    await openBucket({ retries: 1 }).put({ orgId: 'one', id: 'f' }, contentOf('f'));
    expect(s3.objects.has('/files/one/f')).toBe(true);
    const failures: unknown[] = [];
    s3.failNext(500);
    const storage = openBucket({ report: (error: unknown) => failures.push(error) });
    await expect(storage.get({ orgId: 'one', id: 'f' })).rejects.toThrow('unavailable');
    expect(String(failures[0])).toContain('500');
    expect(JSON.stringify(failures) + String(failures[0])).not.toContain(S3_KEYS.secretAccessKey);
  });

  it('that is not there takes nothing, and has nothing', async () => {
    const storage = openBucket({ bucket: 'nowhere' });
    await expect(storage.put({ orgId: 'one', id: 'g' }, contentOf('g'))).rejects.toThrow('unavailable');
    expect(await storage.get({ orgId: 'one', id: 'g' })).toBeUndefined();
  });

  it('that cannot be reached is unavailable', async () => {
    const storage = openBucket({ endpoint: 'http://127.0.0.1:9' });
    await expect(storage.get({ orgId: 'one', id: 'g' })).rejects.toThrow('unavailable');
  });
});
