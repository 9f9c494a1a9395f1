import { sql } from 'kysely';

import type { MessagePort, Ports, Store } from '@groundswell/elements/backend';

import type { Database } from '../database/database.js';
import { actionsOf } from './action-port.js';
import { campaignOf } from './campaign-port.js';
import { changesOf } from './change-port.js';
import { Counting } from './counting.js';
import { eventsOf } from './event-port.js';
import { keysOf } from './key-port.js';
import { deliveriesOf, referralsOf, shareLinksOf } from './link-ports.js';
import { lookupsOf } from './lookup-port.js';
import type { Organization } from './organization.js';
import { peopleOf } from './people-port.js';
import { resultsOf } from './result-port.js';
import { sessionsOf, signInOf } from './session-ports.js';

export interface PostgresStoreOptions {
  /** Where messages go that a transaction sends: written down within it, and sent after it has landed. */
  readonly messages: (organization: Organization) => MessagePort;
}

/**
 * The store of the backend on PostgreSQL. A campaign is an organization: every question is asked under row-level
 * security, in a transaction of that organization.
 */
export function createPostgresStore(database: Database, { messages }: PostgresStoreOptions): Store {
  const logParts = new Set<string>();
  return {
    transaction: (orgId, mode, work) =>
      database.inOrganization(orgId, mode, async (rows) => {
        const organization = { rows, orgId, logParts };
        const counting = new Counting(organization);
        const answer = await work(portsOf(organization, counting, messages(organization)));
        await counting.finish();
        return answer;
      }),
    nextDue: () =>
      database.asScheduler((rows) =>
        rows
          .selectFrom('actions')
          .where('status', '=', 'scheduled')
          .where('publish_failure', 'is', null)
          .where('publish_at', 'is not', null)
          .groupBy('org_id')
          .select(['org_id as campaignId', sql<string>`min(publish_at)`.as('publishAt')])
          .execute(),
      ),
    close: () => database.close(),
  };
}

const portsOf = (organization: Organization, counting: Counting, messages: MessagePort): Ports => ({
  campaign: campaignOf(organization),
  people: peopleOf(organization),
  lookups: lookupsOf(organization),
  actions: actionsOf(organization, counting),
  deliveries: deliveriesOf(organization),
  events: eventsOf(organization, counting),
  results: resultsOf(organization),
  keys: keysOf(organization),
  shareLinks: shareLinksOf(organization),
  referrals: referralsOf(organization),
  changes: changesOf(organization),
  signIn: signInOf(organization),
  sessions: sessionsOf(organization),
  messages,
});
