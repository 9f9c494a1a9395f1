import { sql } from 'kysely';

import {
  addCounts,
  contactOf,
  countContact,
  countEvent,
  countParticipant,
  isAbout,
  NEW_CONTACT,
  NEW_PARTICIPANT,
  rememberContact,
  rememberParticipant,
  type ActionEvent,
  type ActionKind,
  type ContactState,
  type Id,
  type ParticipantState,
} from '@groundswell/elements/domain';

import { toCounterKey } from './counter-name.js';
import type { Organization } from './organization.js';

/** How many rows a sum is spread over, so that those who count at once seldom wait for each other. */
const SHARDS = 8;

type State = ParticipantState | ContactState;

/**
 * Counts what happens in one transaction. Whoever is counted is locked while it lasts; the sums, which everybody shares,
 * are only touched at its end, in one order, so that nobody waits for them longer than a commit takes.
 */
export class Counting {
  readonly #states = new Map<string, State>();
  readonly #changed = new Set<string>();
  readonly #sums = new Map<Id, Map<string, number>>();
  readonly #kinds = new Map<Id, ActionKind>();

  constructor(private readonly organization: Organization) {}

  /** Takes note of an action that was read anyway. */
  learnKind(actionId: Id, kind: ActionKind): void {
    this.#kinds.set(actionId, kind);
  }

  /** Counts events that are new in the log. */
  async count(events: readonly ActionEvent[]): Promise<void> {
    await this.#learnKinds(new Set(events.map(({ actionId }) => actionId)));
    await this.#lock(new Set(events.flatMap(subjectsOf)));
    for (const event of events) this.#countOne(event);
  }

  /** The state of a participant as this transaction knows it. */
  known(actionId: Id, participant: string): ParticipantState | undefined {
    return this.#states.get(`${actionId}/${participant}`) as ParticipantState | undefined;
  }

  /** Writes everything down. To be called once, as the last thing in the transaction. */
  async finish(): Promise<void> {
    const { rows, orgId } = this.organization;
    if (this.#changed.size === 0) return;
    const changed = [...this.#changed].sort();
    const [actionIds, subjects] = split(changed);
    const bodies = changed.map((key) => JSON.stringify(this.#states.get(key)));
    await sql`
      update result_states set body = new.body::json
      from unnest(${actionIds}::text[], ${subjects}::text[], ${bodies}::text[]) as new (action_id, subject, body)
      where result_states.org_id = ${orgId} and result_states.action_id = new.action_id
        and result_states.subject = new.subject
    `.execute(rows);
    await this.#addSums();
  }

  #countOne(event: ActionEvent): void {
    const { actionId } = event;
    const kind = this.#kinds.get(actionId);
    if (kind === undefined || !isAbout({ id: actionId, kind }, event)) return;
    const sums = this.#sums.get(actionId) ?? new Map<string, number>();
    this.#sums.set(actionId, sums);
    addCounts(sums, countEvent(event));
    this.#remember(sums, `${actionId}/${event.participant}`, NEW_PARTICIPANT, (state) => [
      countParticipant(state),
      () => rememberParticipant(state, event),
    ]);
    const contact = contactOf(event);
    if (contact === undefined) return;
    this.#remember(sums, `${actionId}/contact:${contact}`, NEW_CONTACT, (state) => [
      countContact(state),
      () => rememberContact(state, event),
    ]);
  }

  /** Takes back what somebody counted for before, and adds what they count for now. */
  #remember<S extends State>(
    sums: Map<string, number>,
    key: string,
    fresh: S,
    read: (state: S) => [ReturnType<typeof countContact>, () => S],
  ): void {
    const before = { ...fresh, ...this.#states.get(key) };
    const [countedBefore, next] = read(before);
    const after = next();
    addCounts(sums, countedBefore, -1);
    addCounts(sums, read(after)[0]);
    this.#states.set(key, after);
    this.#changed.add(key);
  }

  async #learnKinds(actionIds: ReadonlySet<Id>): Promise<void> {
    const unknown = [...actionIds].filter((id) => !this.#kinds.has(id));
    if (unknown.length === 0) return;
    const { rows, orgId } = this.organization;
    const found = await rows
      .selectFrom('actions')
      .where('org_id', '=', orgId)
      .where('id', 'in', unknown)
      .select(['id', 'kind'])
      .execute();
    for (const { id, kind } of found) this.learnKind(id, kind as ActionKind);
  }

  /** Locks and reads those who are counted, whether or not they are there yet, in one order. */
  async #lock(subjects: ReadonlySet<string>): Promise<void> {
    const unknown = [...subjects].filter((key) => !this.#states.has(key)).sort();
    if (unknown.length === 0) return;
    const { rows, orgId } = this.organization;
    const [actionIds, names] = split(unknown);
    const found = await sql<{ action_id: string; subject: string; body: State }>`
      insert into result_states (org_id, action_id, subject, body)
      select ${orgId}, action_id, subject, '{}' from unnest(${actionIds}::text[], ${names}::text[]) as new (action_id, subject)
      order by action_id, subject
      on conflict (org_id, action_id, subject) do update set subject = excluded.subject
      returning action_id, subject, body
    `.execute(rows);
    for (const { action_id, subject, body } of found.rows) this.#states.set(`${action_id}/${subject}`, body);
  }

  async #addSums(): Promise<void> {
    const { rows, orgId } = this.organization;
    const shard = Math.floor(Math.random() * SHARDS);
    const sums = [...this.#sums].flatMap(([actionId, counts]) =>
      [...counts].map(([name, value]) => ({ actionId, value, ...toCounterKey(name) })),
    );
    await sql`
      insert into result_counters (org_id, action_id, name, shard, label, value)
      select ${orgId}, action_id, name, ${shard}, label, value
      from unnest(${sums.map(({ actionId }) => actionId)}::text[], ${sums.map(({ name }) => name)}::text[],
        ${sums.map(({ label }) => label)}::text[], ${sums.map(({ value }) => value)}::bigint[])
        as new (action_id, name, label, value)
      order by action_id, name
      on conflict (org_id, action_id, name, shard) do update set value = result_counters.value + excluded.value
    `.execute(rows);
  }
}

/** Whom an event counts: who did it, and the contact whom it is about. */
function subjectsOf(event: ActionEvent): string[] {
  const contact = contactOf(event);
  const participant = `${event.actionId}/${event.participant}`;
  return contact === undefined ? [participant] : [participant, `${event.actionId}/contact:${contact}`];
}

/** Ids have no slash, so a key has one. */
function split(keys: readonly string[]): [actionIds: string[], subjects: string[]] {
  const parts = keys.map((key) => key.split('/', 2) as [string, string]);
  return [parts.map(([actionId]) => actionId), parts.map(([, subject]) => subject)];
}
