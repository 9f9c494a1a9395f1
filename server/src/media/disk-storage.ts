import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

import { ProblemError } from '@groundswell/elements/contract';

import { toStoragePath, type MediaStorage } from './media-storage.js';

export interface DiskStorageOptions {
  /** The folder of all files. Several servers need the same one. */
  readonly folder: string;
  /** Told why the disk refused. */
  readonly report?: (error: unknown) => void;
}

/** Files in a folder, one folder in it for each organization. */
export function createDiskStorage({ folder, report = () => undefined }: DiskStorageOptions): MediaStorage {
  const refuse = (error: unknown): never => {
    report(error);
    throw new ProblemError('unavailable');
  };
  return {
    put: async (place, { bytes }) => {
      const path = join(folder, toStoragePath(place));
      await writeWhole(path, bytes).catch(refuse);
    },
    get: async (place, range) => {
      const path = join(folder, toStoragePath(place));
      const found = await stat(path).catch(() => undefined);
      if (found?.isFile() !== true) return undefined;
      const part = range === undefined ? {} : { start: range.first, end: range.last };
      return Readable.toWeb(createReadStream(path, part)) as ReadableStream<Uint8Array>;
    },
    delete: (place) => rm(join(folder, toStoragePath(place)), { force: true }),
  };
}

let written = 0;

/** Writes beside the place and moves it there at once; both the bytes and the name are on the disk afterwards. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const parent = dirname(path);
  // An id has no dot in it, so nobody can ask for this name.
  const draft = `${path}.${process.pid}.${(written += 1)}.part`;
  await mkdir(parent, { recursive: true });
  try {
    const file = await open(draft, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(parent);
}

/** Some systems, Windows among them, cannot sync a folder, and keep names by other means. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync().catch(() => undefined);
  } finally {
    await folder?.close();
  }
}
