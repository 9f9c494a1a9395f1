import { join } from 'node:path';

import type { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import type { ExtraRoute } from '../http/app-parts.js';
import type { Authenticate } from '../identity/authenticate.js';
import { createMediaFiles } from '../media/create-media-files.js';
import { createMediaUploads } from '../media/create-media-uploads.js';
import { createDiskStorage } from '../media/disk-storage.js';
import type { MediaStorage } from '../media/media-storage.js';
import { createS3Storage } from '../media/s3-storage.js';
import { sweepUploads } from '../media/sweep-uploads.js';
import { UPLOADS_PATH } from '../media/upload-parts.js';

export interface MediaParts {
  /** Where files are taken, and where they are shown. */
  readonly routes: readonly ExtraRoute[];
  /** Lets go of what was never finished. */
  readonly sweep: () => Promise<unknown>;
}

export interface MediaOptions {
  readonly settings: Settings;
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
}

/** Uploads and files, in a folder or in a store that speaks S3. */
export function openMedia({ settings, database, authenticate, now, report }: MediaOptions): MediaParts {
  const { media, dataFolder, http } = settings;
  const storage: MediaStorage =
    media.kind === 's3' ? createS3Storage({ ...media, report }) : createDiskStorage({ ...media, report });
  const partsFolder = join(dataFolder, 'uploads');
  const { publicUrl } = http;
  const upload = createMediaUploads({
    ...{ database, storage, partsFolder, authenticate, publicUrl, now, report },
  });
  const show = createMediaFiles({ database, storage, report });
  return {
    routes: [
      { path: UPLOADS_PATH, name: 'upload', pages: 'organization', handle: (request) => upload(request) },
      { path: '/media', name: 'media', pages: 'any', handle: (request) => show(request) },
    ],
    sweep: () => sweepUploads({ database, storage, partsFolder }, now()),
  };
}
