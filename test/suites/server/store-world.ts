import { sql } from 'kysely';

import type { OutgoingMessage } from '../../../src/backend/ports.js';
import type { PageStore } from '../../../src/backend/stores/store-over-engine.js';
import type { Database } from '../../../server/src/database/database.js';
import { createPostgresStore } from '../../../server/src/store/create-store.js';

/** A store over a database that others go on using, which keeps what it is asked to send instead of sending it. */
export function storeOver(database: Database): PageStore {
  const sent = new Map<string, OutgoingMessage[]>();
  const store = createPostgresStore(database, {
    messages: ({ orgId }) => ({
      add: (message) => {
        sent.set(orgId, [...(sent.get(orgId) ?? []), message]);
        return Promise.resolve();
      },
    }),
  });
  return {
    ...store,
    messages: (campaignId) => Promise.resolve(sent.get(campaignId) ?? []),
    close: () => Promise.resolve(),
  };
}

/** Empties every table of organizations, as if the database were new. */
export async function emptyTables({ owner }: Database): Promise<void> {
  await sql`truncate campaigns, rate_limits cascade`.execute(owner);
}
