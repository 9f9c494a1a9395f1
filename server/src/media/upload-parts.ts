import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

import type { Id } from '@groundswell/elements/domain';

import type { MediaRow } from './media-rows.js';

/** What has come of the files that are being sent, and the protocol by which it comes (tus 1.0.0, https://tus.io). */
export interface UploadParts {
  /**
   * Answers one request of the protocol about an upload that somebody may send.
   *
   * @param location - The address of the upload.
   */
  handle(request: Request, upload: MediaRow, location: string): Promise<Response>;
  /** Everything that has come; undefined where nothing is kept any more. */
  read(id: Id): Promise<Buffer | undefined>;
  remove(id: Id): Promise<void>;
}

/** Where uploads are addressed, beneath the address of the server. */
export const UPLOADS_PATH = '/v1/media';

/** Keeps parts in a folder, each in a file that is named by the id of its upload. */
export function createUploadParts(folder: string): UploadParts {
  mkdirSync(folder, { recursive: true });
  const store = new FileStore({ directory: folder });
  // Whoever does not say how long a file is could send one without end.
  store.extensions = store.extensions.filter((extension) => extension !== 'creation-defer-length');
  const known = new WeakMap<object, { readonly upload: MediaRow; readonly location: string }>();
  const uploadOf = (request: object) => {
    const found = known.get(request);
    if (found === undefined) throw new Error('An upload was not let in by its owner.');
    return found;
  };
  const server = new Server({
    path: UPLOADS_PATH,
    datastore: store,
    allowedOrigins: [],
    namingFunction: (request) => uploadOf(request).upload.id,
    getFileIdFromRequest: (request) => uploadOf(request).upload.id,
    generateUrl: (request) => uploadOf(request).location,
    maxSize: (request) => uploadOf(request).upload.bytes,
    // What else somebody says about a file, such as its name, is nobody's business.
    onUploadCreate: (request) => Promise.resolve({ metadata: { purpose: uploadOf(request).upload.purpose } }),
  });
  return {
    handle: async (request, upload, location) => {
      known.set(request, { upload, location });
      return server.handleWeb(request);
    },
    read: (id) => readFile(join(folder, id)).catch(ignoreMissing),
    remove: (id) => store.remove(id).catch(() => undefined),
  };
}

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
