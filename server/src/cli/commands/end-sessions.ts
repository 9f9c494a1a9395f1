import { sql } from 'kysely';

import type { Id } from '@groundswell/elements/domain';

import type { Database } from '../../database/database.js';
import { endSessionsOf } from '../../identity/end-sessions.js';
import { toSqlText } from '../../store/sql-text.js';
import { say, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { requireOrganization } from '../require-organization.js';

/**
 * Signs somebody out everywhere, and says their id and how many sessions that ended. Where several people have one
 * address, it is all of them.
 *
 * @throws WrongInput where there is nobody of this address or id. It does not repeat the address.
 */
export async function endSessions(world: CommandWorld, org: string, person: string): Promise<void> {
  await withDatabase(world, async (database) => {
    const orgId = await requireOrganization(database, org);
    const userIds = await findPeople(database, orgId, person);
    if (userIds.length === 0) throw new WrongInput(`There is nobody of this address or id in ${orgId}.`);
    for (const userId of userIds) {
      const count = await endSessionsOf({ database, now: world.now }, orgId, userId);
      say(world, `${userId}\t${count}`);
    }
  });
}

/** An id never has an @ in it, and an address always has. */
async function findPeople(database: Database, orgId: Id, person: string): Promise<Id[]> {
  const text = toSqlText(person);
  const found = await database.inOrganization(orgId, 'read', (rows) =>
    rows
      .selectFrom('users')
      .select('id')
      .where('org_id', '=', orgId)
      .where(text.includes('@') ? sql<boolean>`lower(email) = lower(${text})` : sql<boolean>`id = ${text}`)
      .orderBy('id')
      .execute(),
  );
  return found.map(({ id }) => id);
}
