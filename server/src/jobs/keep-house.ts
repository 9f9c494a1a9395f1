import { sql } from 'kysely';

import type { Id } from '@groundswell/elements/domain';

import { INSTALLATION, type Database, type Rows } from '../database/database.js';
import { listOrganizations } from './list-organizations.js';
import { pruneRows } from './prune-rows.js';
import { redactMessages } from './redact-messages.js';

/** What else there is to do for each organization, such as forgetting limits that are over. In a transaction of its own. */
export type Chore = (rows: Rows, about: { readonly orgId: Id; readonly now: Date }) => Promise<unknown>;

export interface HousekeepingOptions {
  readonly database: Database;
  readonly now: () => Date;
  /** How long recipient and words of messages are kept, in days; 30 unless told. */
  readonly redactAfterDays?: number;
  readonly chores?: readonly Chore[];
}

/** Everything that has to be done now and then: parts for the log, redaction, pruning. Done twice it changes nothing. */
export async function keepHouse(options: HousekeepingOptions): Promise<void> {
  const { database, now, redactAfterDays = 30, chores = [] } = options;
  const at = now();
  await makeLogParts(database, at);
  const redact: Chore = (rows, about) => redactMessages(rows, { ...about, afterDays: redactAfterDays });
  for (const orgId of await listOrganizations(database))
    for (const chore of [redact, pruneRows, ...chores])
      await database.inOrganization(orgId, 'write', (rows) => chore(rows, { orgId, now: at }));
}

/** Parts of the log for this month and the next, well before the first event of it. */
async function makeLogParts(database: Database, now: Date): Promise<void> {
  for (const ahead of [0, 1]) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    const day = month.toISOString().slice(0, 10);
    await database.inOrganization(INSTALLATION, 'write', (rows) =>
      sql`select groundswell_make_log_part(${day}::date)`.execute(rows),
    );
  }
}
