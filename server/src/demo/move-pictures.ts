import { sql } from 'kysely';

import type { Id } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';

/** The beginning of the address of a picture that a demonstration on this machine has served, on whatever port. */
const SERVED_HERE = String.raw`"url":"http://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?/(images|media)/`;

/** Lets pictures be found where the demonstration is now: it may have been on another port when they were put in. */
export async function movePictures(database: Database, orgId: Id, origin: string): Promise<void> {
  const moved = (column: 'body' | 'content') =>
    sql<string>`regexp_replace(${sql.ref(column)}::text, ${SERVED_HERE}, ${String.raw`"url":"${origin}/\1/`}, 'g')::json`;
  await database.inOrganization(orgId, 'write', async (rows) => {
    await rows
      .updateTable('campaigns')
      .set({ body: moved('body') })
      .where('org_id', '=', orgId)
      .execute();
    await rows
      .updateTable('actions')
      .set({ content: moved('content') })
      .where('org_id', '=', orgId)
      .where(sql<boolean>`content::text ~ ${SERVED_HERE}`)
      .execute();
  });
}
