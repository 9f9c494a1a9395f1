import type { Selectable } from 'kysely';

import type { Id, MediaType } from '@groundswell/elements/domain';

import type { Database, Rows } from '../database/database.js';
import type { MediaPlace } from './media-storage.js';
import type { MediaTables } from './media-tables.js';

export type MediaRow = Selectable<MediaTables['media']>;

/** A file that is all here. */
export type ReadyMedia = MediaRow & { readonly type: string; readonly sha256: string };

export const isReady = (row: MediaRow): row is ReadyMedia => row.state === 'ready';

/** What became known about a file when its last byte had come. */
export interface FinishedFacts {
  readonly type: MediaType;
  readonly width: number | null;
  readonly height: number | null;
  readonly sha256: string;
}

export const findMedia = (database: Database, { orgId, id }: MediaPlace): Promise<MediaRow | undefined> =>
  database.inOrganization(orgId, 'read', (rows) => selectMedia(rows, { orgId, id }));

const selectMedia = (rows: Rows, { orgId, id }: MediaPlace): Promise<MediaRow | undefined> =>
  rows.selectFrom('media').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst();

/**
 * Begins an upload, unless the organization has as many unfinished ones as it may.
 *
 * @returns Whether it was begun.
 */
export const addUpload = (database: Database, row: MediaRow, limit: number): Promise<boolean> =>
  database.inOrganization(row.org_id, 'write', async (rows) => {
    const { unfinished } = await rows
      .selectFrom('media')
      .select(({ fn }) => fn.countAll<number>().as('unfinished'))
      .where('org_id', '=', row.org_id)
      .where('state', '=', 'uploading')
      .executeTakeFirstOrThrow();
    if (unfinished >= limit) return false;
    await rows.insertInto('media').values(row).execute();
    return true;
  });

/** Makes an upload a file that others can see; whoever comes second finds what the first one has made. */
export const finishMedia = (
  database: Database,
  place: MediaPlace,
  facts: FinishedFacts,
): Promise<MediaRow | undefined> =>
  database.inOrganization(place.orgId, 'write', async (rows) => {
    await rows
      .updateTable('media')
      .set({ ...facts, state: 'ready', expires_at: null })
      .where('org_id', '=', place.orgId)
      .where('id', '=', place.id)
      .where('state', '=', 'uploading')
      .execute();
    return selectMedia(rows, place);
  });

/** Forgets an upload that is not finished, and says whether there was one. */
export const forgetUpload = (database: Database, { orgId, id }: MediaPlace): Promise<boolean> =>
  database.inOrganization(orgId, 'write', async (rows) => {
    const { numDeletedRows } = await rows
      .deleteFrom('media')
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .where('state', '=', 'uploading')
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });

/** Uploads of all organizations that were given up by this moment. */
export const findExpired = (
  database: Database,
  now: Date,
): Promise<readonly { readonly org_id: Id; readonly id: Id }[]> =>
  database.asScheduler((rows) =>
    rows
      .selectFrom('media')
      .select(['org_id', 'id'])
      .where('state', '=', 'uploading')
      .where('expires_at', '<=', now.toISOString())
      .limit(1000)
      .execute(),
  );
