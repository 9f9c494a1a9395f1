import type { Database } from '../database/database.js';
import { findExpired, forgetUpload } from './media-rows.js';
import type { MediaStorage } from './media-storage.js';
import { createUploadParts } from './upload-parts.js';

export interface SweepOptions {
  readonly database: Database;
  readonly storage: MediaStorage;
  readonly partsFolder: string;
}

/**
 * Lets go of uploads that were given up, in all organizations: what came of them, and what was stored by one that ended
 * before it could say so. To be done once an hour or so, by any one server.
 *
 * @returns How many there were.
 */
export async function sweepUploads(
  { database, storage, partsFolder }: SweepOptions,
  now: Date,
): Promise<number> {
  const parts = createUploadParts(partsFolder);
  let swept = 0;
  for (const { org_id: orgId, id } of await findExpired(database, now)) {
    // Finished in this very moment: not ours any more.
    if (!(await forgetUpload(database, { orgId, id }))) continue;
    await parts.remove(id);
    await storage.delete({ orgId, id });
    swept += 1;
  }
  return swept;
}
