import type { Id } from '@groundswell/elements/domain';

import { INSTALLATION, type Database } from '../../database/database.js';
import { listOrganizations } from '../../jobs/list-organizations.js';
import { rebuildResults } from '../../store/rebuild-results.js';
import { progressOf, say, withDatabase, type CommandWorld } from '../command-world.js';
import { requireOrganization } from '../require-organization.js';

/** Counts results anew from the log, action by action, and says of each organization how many events it has. */
export async function rebuild(world: CommandWorld, org: string | undefined): Promise<void> {
  await withDatabase(world, async (database) => {
    const orgIds =
      org === undefined
        ? (await listOrganizations(database)).filter((id) => id !== INSTALLATION)
        : [await requireOrganization(database, org)];
    for (const orgId of orgIds) say(world, `${orgId}\t${await rebuildOne(world, database, orgId)}`);
  });
}

async function rebuildOne(world: CommandWorld, database: Database, orgId: Id): Promise<number> {
  const actions = await database.inOrganization(orgId, 'read', (rows) =>
    rows.selectFrom('actions').where('org_id', '=', orgId).select('id').orderBy('id').execute(),
  );
  const progress = progressOf(world, `Counting ${orgId}`);
  let events = 0;
  try {
    for (const [index, { id }] of actions.entries()) {
      events += await database.inOrganization(orgId, 'write', (rows) =>
        rebuildResults({ rows, orgId, logParts: new Set() }, id),
      );
      progress.show(index + 1, actions.length);
    }
  } finally {
    progress.stop();
  }
  return events;
}
