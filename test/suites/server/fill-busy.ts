import { sql } from 'kysely';

import type { Database } from '../../../server/src/database/database.js';

export interface BusyOptions {
  readonly orgId: string;
  readonly users: number;
  readonly actions: number;
  readonly events: number;
}

/**
 * An organization that has been at it for long, written straight into its tables: actions in all states, people, and a
 * log over ten months. The sums are as many as there would be, not those of the log.
 */
export async function fillBusy(
  { owner }: Database,
  { orgId, users, actions, events }: BusyOptions,
): Promise<void> {
  const body = JSON.stringify({ id: orgId, name: 'Busy', timeZone: 'UTC', languages: ['en'], kinds: [] });
  const run = (query: ReturnType<typeof sql>) => query.execute(owner);
  const content = `'{"kind":"open_webpage","title":"Action","description":"","webLink":"https://example.org/","closesAt":null}'`;
  const nobody = `'{"listIds":[],"userIds":[],"districtIds":[],"languages":[]}'`;
  await run(
    sql`insert into campaigns (org_id, revision, body) values (${orgId}, '1', ${body}) on conflict do nothing`,
  );
  await run(sql`insert into users (org_id, id, first_name, last_name, email, search_text, sort_text, role, language, district_ids)
    select ${orgId}, 'user-' || n, 'First', 'Last ' || n, n || '@example.org', 'first last ' || n, 'last ' || n,
      'volunteer', 'en', '{}' from generate_series(1, ${users}::int) as n`);
  await run(sql`insert into actions (org_id, id, version, kind, status, visibility, featured, content, audience, schedule,
      created_at, updated_at, published_at, shown_at, folder_ids, district_ids, languages, search_text, sort_text)
    select ${orgId}, 'action-' || n, 1, 'open_webpage',
      case when n % 4 = 0 then 'draft' when n % 4 = 1 then 'closed' else 'published' end,
      case when n % 4 = 0 then 'unpublished' when n % 8 = 2 then 'private' else 'public' end, n % 500 = 2,
      ${sql.raw(content)}::json, ${sql.raw(nobody)}::json, 'null'::json, t, t, case when n % 4 = 0 then null else t end,
      case when n % 4 = 0 then '-infinity' else t end, '{}', '{}', '{}', 'action ' || n, 'action ' || n
    from generate_series(1, ${actions}::int) as n,
      lateral (select timestamptz '2026-01-01' + n * interval '1 minute' as t) as at`);
  await run(sql`insert into deliveries (org_id, action_id, user_id, source, sent_at)
    select ${orgId}, 'action-' || (8 * (1 + n % ${Math.floor(actions / 8)}) - 6), 'user-' || (1 + n % ${users}), 'list', '2026-01-01'
    from generate_series(1, ${users * 4}::int) as n on conflict do nothing`);
  for (let month = 1; month <= 10; month += 1)
    await run(sql`select groundswell_make_log_part(make_date(2026, ${month}::int, 1))`);
  await run(
    sql`insert into event_ids (org_id, id) select ${orgId}, 'event-' || n from generate_series(1, ${events}::int) as n`,
  );
  await run(sql`insert into events (org_id, id, action_id, participant, recorded_at, body)
    select ${orgId}, 'event-' || n, 'action-' || (2 + (n % ${actions - 2})), 'user:user-' || (n % ${users}),
      timestamptz '2026-01-01' + (n % 300) * interval '1 day', '{"type":"seen"}'
    from generate_series(1, ${events}::int) as n`);
  await run(sql`insert into result_states (org_id, action_id, subject, body)
    select distinct ${orgId}, action_id, participant, '{"performs":0,"seenAt":null}'::text::jsonb from events
    where org_id = ${orgId}`);
  await run(sql`insert into result_counters (org_id, action_id, name, shard, value)
    select ${orgId}, 'action-' || n, 'day/2026-01-' || d, 0, 5
    from generate_series(1, ${actions}::int) as n, generate_series(10, 19) as d`);
  await run(sql`insert into idempotency_keys (org_id, scope, fingerprint, at, answer)
    select ${orgId}, 'user:u/perform.record/' || n, 'f', '2026-01-01', '{}' from generate_series(1, 50000) as n`);
  await run(sql`insert into changes (org_id, topic, action_id)
    select ${orgId}, 'results', 'action-' || n from generate_series(1, 5000) as n`);
  // As the database would by itself after a while, so that plans don't depend on whether it already has.
  await run(sql.raw('vacuum analyze'));
}
