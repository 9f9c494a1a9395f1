import { sql } from 'kysely';

import { countEvents, type ActionEvent, type ActionKind, type Id } from '@groundswell/elements/domain';

import { toCounterKey } from './counter-name.js';
import { insertAll } from './insert-all.js';
import type { Organization } from './organization.js';

interface CountedAction {
  readonly id: Id;
  readonly kind: ActionKind;
}

/**
 * Counts one action anew from its log (INV-41). Nobody counts anything meanwhile, in no organization: they wait. Its
 * whole log is read into memory.
 *
 * @returns How many events were counted.
 */
export async function rebuildResults(organization: Organization, actionId: Id): Promise<number> {
  const { rows, orgId } = organization;
  await sql`set local statement_timeout = 0`.execute(rows);
  // Whoever counts has to write to these tables, and waits.
  await sql`lock table result_states, result_counters in share row exclusive mode`.execute(rows);
  const action = await rows
    .selectFrom('actions')
    .where('org_id', '=', orgId)
    .where('id', '=', actionId)
    .select(['id', sql<ActionKind>`kind`.as('kind')])
    .executeTakeFirst();
  if (action === undefined) return 0;
  const events = await rows
    .selectFrom('events')
    .where('org_id', '=', orgId)
    .where('action_id', '=', actionId)
    .select(sql<ActionEvent>`body`.as('body'))
    .execute();
  for (const table of ['result_states', 'result_counters'] as const) {
    await rows.deleteFrom(table).where('org_id', '=', orgId).where('action_id', '=', actionId).execute();
  }
  await insertResults(
    organization,
    action,
    events.map(({ body }) => body),
  );
  return events.length;
}

/** Writes down what a whole log comes to, for an action that nothing has been counted of yet. */
export async function insertResults(
  { rows, orgId }: Organization,
  action: CountedAction,
  events: readonly ActionEvent[],
): Promise<void> {
  const { counters, participants, contacts } = countEvents(action, events);
  const states = [...participants, ...[...contacts].map(([id, state]) => [`contact:${id}`, state] as const)];
  const own = { org_id: orgId, action_id: action.id };
  await insertAll(
    states.map(([subject, state]) => ({ ...own, subject, body: JSON.stringify(state) })),
    (chunk) => rows.insertInto('result_states').values(chunk).execute(),
  );
  await insertAll(
    [...counters].map(([name, value]) => ({ ...own, ...toCounterKey(name), shard: 0, value })),
    (chunk) => rows.insertInto('result_counters').values(chunk).execute(),
  );
}
