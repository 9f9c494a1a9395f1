import { sql, type Kysely } from 'kysely';

import { protect } from '../protect.js';

const TABLES = `
create table event_ids (
  org_id text not null references campaigns, id text not null,
  primary key (org_id, id)
);
create table events (
  org_id text not null, id text not null, action_id text not null, participant text not null,
  recorded_at timestamptz not null, body json not null,
  primary key (org_id, id, recorded_at),
  foreign key (org_id, action_id) references actions
) partition by range (recorded_at);
create index events_by_action on events (org_id, action_id, recorded_at);
create table result_states (
  org_id text not null, action_id text not null, subject text not null, body json not null,
  primary key (org_id, action_id, subject),
  foreign key (org_id, action_id) references actions
);
create table result_counters (
  org_id text not null, action_id text not null, name text not null, shard smallint not null, label text, value bigint not null,
  primary key (org_id, action_id, name, shard),
  foreign key (org_id, action_id) references actions
) with (fillfactor = 60);
create table changes (
  org_id text not null references campaigns, id bigint generated always as identity,
  made_by xid8 not null default pg_current_xact_id(), topic text not null, action_id text,
  at timestamptz not null default now(),
  primary key (org_id, id)
);
create index changes_by_transaction on changes (org_id, made_by);
`;

/**
 * The part of the log for one month. As its owner, because the application may not make tables; with row-level security
 * of its own, so that nobody gets at the rows by going around the whole. Answers whether it was there before.
 */
const PARTS = `
create function groundswell_make_log_part(month date) returns boolean language plpgsql security definer
set search_path from current as $$
declare
  part text := 'events_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(part) is not null then return true; end if;
  perform pg_advisory_xact_lock(hashtext('groundswell:' || part));
  execute format('create table %I (like events including defaults including constraints)', part);
  execute format('alter table %I enable row level security', part);
  execute format('alter table %I force row level security', part);
  execute format(
    'alter table events attach partition %I for values from (%L) to (%L)',
    part, month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
  return false;
exception when duplicate_table then
  -- Whoever had the lock before us has made it.
  return false;
end $$;
grant execute on function groundswell_make_log_part(date) to groundswell_app
`;

/** The log is only ever added to. An organization that is filled anew, or leaves, takes its own part of it along. */
const FORGETTING = `
create function groundswell_forget_log() returns void language sql security definer
set search_path from current as $$
  delete from events where org_id = current_setting('groundswell.org_id');
  delete from event_ids where org_id = current_setting('groundswell.org_id');
$$;
grant execute on function groundswell_forget_log() to groundswell_app
`;

/** What happened: the log of events in parts by month, what is counted from it, and the changes that are told. */
export async function log(rows: Kysely<never>): Promise<void> {
  await sql.raw(TABLES).execute(rows);
  for (const table of ['event_ids', 'events']) await protect(rows, table, 'select, insert');
  for (const table of ['result_states', 'result_counters', 'changes']) await protect(rows, table);
  await sql.raw(PARTS).execute(rows);
  await sql.raw(FORGETTING).execute(rows);
}
