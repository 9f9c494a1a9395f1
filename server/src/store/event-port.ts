import { sql } from 'kysely';

import type { EventPort } from '@groundswell/elements/backend';
import {
  NEW_PARTICIPANT,
  toEngagement,
  type ActionEvent,
  type Engagement,
  type ParticipantState,
} from '@groundswell/elements/domain';

import type { Counting } from './counting.js';
import { ensureLogParts } from './log-parts.js';
import type { Organization } from './organization.js';
import { toSqlTime } from './sql-text.js';

/** The log, and what is counted from it in the same transaction. */
export const eventsOf = (organization: Organization, counting: Counting): EventPort => ({
  append: async (events) => {
    const fresh = await insertEvents(organization, events);
    if (fresh.length > 0) await counting.count(fresh);
    return fresh.length;
  },
  engagements: async (actionIds, participant) => {
    const found = new Map<string, Engagement>();
    const asked = actionIds.filter((id) => {
      const state = counting.known(id, participant);
      if (state !== undefined) found.set(id, toEngagement({ ...NEW_PARTICIPANT, ...state }));
      return state === undefined;
    });
    if (asked.length > 0) {
      const stored = await organization.rows
        .selectFrom('result_states')
        .where('org_id', '=', organization.orgId)
        .where('action_id', 'in', asked)
        .where('subject', '=', participant)
        .select(['action_id', sql<ParticipantState>`body`.as('state')])
        .execute();
      for (const { action_id, state } of stored)
        found.set(action_id, toEngagement({ ...NEW_PARTICIPANT, ...state }));
    }
    return found;
  },
});

/** Writes down what is not in the log yet, and answers it. */
async function insertEvents(
  organization: Organization,
  events: readonly ActionEvent[],
): Promise<readonly ActionEvent[]> {
  if (events.length === 0) return [];
  const { rows, orgId } = organization;
  await ensureLogParts(organization, events);
  const column = (read: (event: ActionEvent) => string) => sql`${events.map(read)}::text[]`;
  const { rows: inserted } = await sql<{ id: string }>`
    with told as (
      select distinct on (id) * from unnest(${column(({ id }) => id)}, ${column(({ actionId }) => actionId)},
        ${column(({ participant }) => participant)}, ${column(({ recordedAt }) => toSqlTime(recordedAt))},
        ${column((event) => JSON.stringify(event))}) as event (id, action_id, participant, recorded_at, body)
      order by id
    ), fresh as (
      insert into event_ids (org_id, id) select ${orgId}, id from told on conflict do nothing returning id
    )
    insert into events (org_id, id, action_id, participant, recorded_at, body)
    select ${orgId}, told.id, action_id, participant, recorded_at::timestamptz, body::json
    from told join fresh on fresh.id = told.id
    returning id
  `.execute(rows);
  const fresh = new Set(inserted.map(({ id }) => id));
  return events.filter(({ id }) => fresh.delete(id));
}
