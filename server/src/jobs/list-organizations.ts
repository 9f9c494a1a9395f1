import type { Id } from '@groundswell/elements/domain';

import { INSTALLATION, type Database } from '../database/database.js';

/** Every organization, and the installation itself, whose rows are kept under an id of their own. */
export async function listOrganizations(database: Database): Promise<readonly Id[]> {
  const known = await database.asScheduler((rows) =>
    rows.selectFrom('campaigns').select('org_id').orderBy('org_id').execute(),
  );
  return [INSTALLATION, ...known.map(({ org_id }) => org_id)];
}
