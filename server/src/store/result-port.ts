import { sql } from 'kysely';

import type { ResultPort } from '@groundswell/elements/backend';
import { presentResults } from '@groundswell/elements/domain';

import { fromCounterKey } from './counter-name.js';
import type { Organization } from './organization.js';

/** Results from the sums that were kept while things happened: the log is not read. */
export const resultsOf = ({ rows, orgId }: Organization): ResultPort => ({
  read: async (action, asOf) => {
    const sums = await rows
      .selectFrom('result_counters')
      .where('org_id', '=', orgId)
      .where('action_id', '=', action.id)
      .groupBy('name')
      .select([
        'name',
        sql<string | null>`max(label)`.as('label'),
        sql<number>`sum(value)::bigint`.as('value'),
      ])
      .execute();
    const counters = new Map(
      sums.filter(({ value }) => value !== 0).map((sum) => [fromCounterKey(sum), sum.value]),
    );
    return presentResults(action, counters, asOf);
  },
});
