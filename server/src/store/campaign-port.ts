import { sql } from 'kysely';

import {
  deliveryEvents,
  sortText,
  foldText,
  toAction,
  type CampaignData,
  type CampaignPort,
} from '@groundswell/elements/backend';
import type { ActionEvent, Campaign } from '@groundswell/elements/domain';

import { toRow } from './action-row.js';
import { changesOf } from './change-port.js';
import { insertAll } from './insert-all.js';
import { ensureLogParts } from './log-parts.js';
import type { Organization } from './organization.js';
import { toUserRow } from './people-port.js';
import { insertResults } from './rebuild-results.js';
import { toSqlText, toSqlTime } from './sql-text.js';

/** What is forgotten when a campaign is filled anew, in an order in which nothing is left pointing at nothing. */
const FORGOTTEN = [
  ...([
    'result_counters',
    'result_states',
    'deliveries',
    'share_links',
    'referrals',
    'idempotency_keys',
  ] as const),
  ...([
    'actions',
    'user_list_members',
    'user_lists',
    'lookups',
    'sign_in_codes',
    'sessions',
    'users',
  ] as const),
] as const;

/** The campaign itself, and filling it. */
export const campaignOf = (organization: Organization): CampaignPort => {
  const { rows, orgId } = organization;
  const own = () => rows.selectFrom('campaigns').where('org_id', '=', orgId);
  return {
    get: async () =>
      (
        await own()
          .select(sql<Campaign>`body`.as('body'))
          .executeTakeFirst()
      )?.body,
    revision: async () => (await own().select('revision').executeTakeFirst())?.revision,
    replace: async (data) => {
      await sql`select pg_advisory_xact_lock(hashtext(${`groundswell:fill:${orgId}`}))`.execute(rows);
      await sql`set local statement_timeout = 0`.execute(rows);
      // Whoever writes to the log refers to this row: those who have begun are waited for, and those who come later wait.
      await own().select('org_id').forUpdate().execute();
      await sql`select groundswell_forget_log()`.execute(rows);
      for (const table of FORGOTTEN) await rows.deleteFrom(table).where('org_id', '=', orgId).execute();
      const row = { revision: data.revision, body: JSON.stringify(data.campaign) };
      await rows
        .insertInto('campaigns')
        .values({ org_id: orgId, ...row })
        .onConflict((known) => known.column('org_id').doUpdateSet(row))
        .execute();
      await insertPeople(organization, data);
      await insertLookups(organization, data);
      await insertActions(organization, data);
      await insertLog(organization, data);
      await changesOf(organization).append([
        { topic: 'actions', actionId: null },
        { topic: 'results', actionId: null },
      ]);
    },
  };
};

async function insertPeople(
  { rows, orgId }: Organization,
  { users, userLists }: CampaignData,
): Promise<void> {
  await insertAll(
    users.map((user) => toUserRow(orgId, user)),
    (chunk) => rows.insertInto('users').values(chunk).execute(),
  );
  await insertAll(
    userLists.map(({ id, name, folderId }) => ({
      org_id: orgId,
      id,
      folder_id: folderId,
      ...named(name),
      name: toSqlText(name),
    })),
    (chunk) => rows.insertInto('user_lists').values(chunk).execute(),
  );
  await insertAll(
    userLists.flatMap(({ id, userIds }) =>
      [...new Set(userIds)].map((userId, place) => ({ org_id: orgId, list_id: id, user_id: userId, place })),
    ),
    (chunk) => rows.insertInto('user_list_members').values(chunk).execute(),
  );
}

async function insertLookups({ rows, orgId }: Organization, data: CampaignData): Promise<void> {
  const kinds = ['contactLists', 'folders', 'districts', 'tags', 'fields'] as const;
  const all = kinds.flatMap((kind) =>
    data[kind].map((row) => ({
      org_id: orgId,
      kind,
      id: row.id,
      rank: 'order' in row ? row.order : 0,
      ...named(row.name),
      body: JSON.stringify(row),
    })),
  );
  await insertAll(all, (chunk) => rows.insertInto('lookups').values(chunk).execute());
}

const named = (name: string) => ({
  search_text: toSqlText(foldText(name)),
  sort_text: toSqlText(sortText(name)),
});

async function insertActions({ rows, orgId }: Organization, data: CampaignData): Promise<void> {
  await insertAll(
    data.actions.map((entry) => toRow(toAction(entry, orgId))),
    (chunk) => rows.insertInto('actions').values(chunk).execute(),
  );
  await insertAll(
    data.shareLinks.map(({ actionId, token }) => ({ org_id: orgId, token, action_id: actionId })),
    (chunk) => rows.insertInto('share_links').values(chunk).execute(),
  );
  await insertAll(
    data.deliveries.map(({ actionId, userId, source, sentAt }) => ({
      org_id: orgId,
      action_id: actionId,
      user_id: userId,
      source,
      sent_at: toSqlTime(sentAt),
    })),
    (chunk) => rows.insertInto('deliveries').values(chunk).execute(),
  );
}

/** The log as it is written, and what it comes to. */
async function insertLog(organization: Organization, data: CampaignData): Promise<void> {
  const { rows, orgId } = organization;
  const events: readonly ActionEvent[] = [...data.events, ...deliveryEvents(data)];
  await ensureLogParts(organization, events);
  await insertAll(events, async (chunk) => {
    await rows
      .insertInto('event_ids')
      .values(chunk.map(({ id }) => ({ org_id: orgId, id })))
      .execute();
    await rows
      .insertInto('events')
      .values(
        chunk.map((event) => ({
          org_id: orgId,
          id: event.id,
          action_id: event.actionId,
          participant: event.participant,
          recorded_at: toSqlTime(event.recordedAt),
          body: JSON.stringify(event),
        })),
      )
      .execute();
  });
  const byAction = new Map<string, ActionEvent[]>(data.actions.map(({ id }) => [id, []]));
  for (const event of events) byAction.get(event.actionId)?.push(event);
  for (const { id, content } of data.actions) {
    await insertResults(organization, { id, kind: content.kind }, byAction.get(id) ?? []);
  }
}
