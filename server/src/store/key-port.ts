import { sql } from 'kysely';

import type { KeyPort } from '@groundswell/elements/backend';

import type { Organization } from './organization.js';

/**
 * Idempotency keys. A second call with the key of one that is running waits until that one has landed, and finds its
 * answer; if it has failed, the key is free and the second call goes ahead.
 */
export const keysOf = ({ rows, orgId }: Organization): KeyPort => ({
  claim: async ({ scope, fingerprint, at }) => {
    const claimed = await rows
      .insertInto('idempotency_keys')
      .values({ org_id: orgId, scope, fingerprint, at, answer: null })
      .onConflict((known) => known.doNothing())
      .returning('scope')
      .executeTakeFirst();
    if (claimed !== undefined) return undefined;
    const known = await rows
      .selectFrom('idempotency_keys')
      .where('org_id', '=', orgId)
      .where('scope', '=', scope)
      .select(['scope', 'fingerprint', 'at', sql<{ output: unknown } | null>`answer`.as('answer')])
      .executeTakeFirst();
    return known;
  },
  answer: async (scope, output) => {
    await rows
      .updateTable('idempotency_keys')
      .set({ answer: JSON.stringify({ output }) })
      .where('org_id', '=', orgId)
      .where('scope', '=', scope)
      .execute();
  },
});
