import { createHash } from 'node:crypto';

import { ProblemError } from '@groundswell/elements/contract';
import { decideMedia, MEDIA_PIXEL_LIMIT, mediaLimit, type MediaRefusal } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';
import { inspectMedia } from './inspect-media.js';
import {
  findMedia,
  finishMedia,
  forgetUpload,
  isReady,
  type MediaRow,
  type ReadyMedia,
} from './media-rows.js';
import type { MediaStorage } from './media-storage.js';
import type { UploadParts } from './upload-parts.js';

export interface Finishing {
  readonly database: Database;
  readonly storage: MediaStorage;
  readonly parts: UploadParts;
}

/**
 * Makes a file of an upload whose last byte has come: looks at what it is, stores it, then says that it is there. May be
 * done again after it was interrupted anywhere, also by two at once: the same file lands in the same place.
 *
 * @throws ProblemError `invalid-input` or `too-large` where the file cannot be used, which is then forgotten;
 *   `in-progress` where bytes are missing; `gone` where the upload was given up meanwhile.
 */
export async function finishUpload(
  { database, storage, parts }: Finishing,
  upload: MediaRow,
): Promise<ReadyMedia> {
  const place = { orgId: upload.org_id, id: upload.id };
  const file = await parts.read(upload.id);
  if (file === undefined) return orGone(await findMedia(database, place));
  if (file.length < upload.bytes) throw new ProblemError('in-progress');
  const facts = await inspectMedia(file);
  const decision = decideMedia(upload.purpose, facts);
  if (!decision.ok) {
    await forgetUpload(database, place);
    await parts.remove(upload.id);
    throw refuseMedia(decision.reason, upload);
  }
  const sha256 = createHash('sha256').update(file).digest('hex');
  await storage.put(place, { bytes: file, type: decision.type, sha256 });
  const { width = null, height = null } = facts;
  const finished = await finishMedia(database, place, { type: decision.type, width, height, sha256 });
  // Taken back or given up while it was being stored.
  if (finished === undefined) await storage.delete(place);
  await parts.remove(upload.id);
  return orGone(finished);
}

function orGone(row: MediaRow | undefined): ReadyMedia {
  if (row === undefined || !isReady(row)) throw new ProblemError('gone');
  return row;
}

/** Why a file was refused, as a problem of the contract: which field of the form, and what is wrong with it. */
export function refuseMedia(reason: MediaRefusal, { purpose }: Pick<MediaRow, 'purpose'>): ProblemError {
  const fields = {
    empty: { path: 'file', code: 'required' },
    'wrong-type': { path: 'file', code: 'not-allowed' },
    'too-many-pixels': { path: 'file', code: 'too-many', limit: MEDIA_PIXEL_LIMIT },
    'too-large': { path: 'file', code: 'too-long', limit: mediaLimit(purpose) },
  } as const;
  return new ProblemError(reason === 'too-large' ? 'too-large' : 'invalid-input', {
    fields: [fields[reason]],
  });
}
