import { id, type Id } from '@groundswell/elements/domain';

import { INSTALLATION, type Database } from '../database/database.js';
import { WrongInput } from './exit-codes.js';

/** @throws WrongInput where this cannot be the id of an organization. */
export function requireId(text: string): Id {
  if (id.safeParse(text).success && text !== INSTALLATION) return text;
  throw new WrongInput('An id has 1 to 64 of A-Z, a-z, 0-9, _ and -, and more than a -.');
}

/** @throws WrongInput where there is no such organization. */
export async function requireOrganization(database: Database, text: string): Promise<Id> {
  const orgId = requireId(text);
  if (await hasOrganization(database, orgId)) return orgId;
  throw new WrongInput(`There is no organization ${orgId}.`);
}

export const hasOrganization = (database: Database, orgId: Id): Promise<boolean> =>
  database.inOrganization(orgId, 'read', async (rows) => {
    const found = await rows
      .selectFrom('campaigns')
      .where('org_id', '=', orgId)
      .select('org_id')
      .executeTakeFirst();
    return found !== undefined;
  });
