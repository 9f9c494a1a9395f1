import { sql, type Kysely } from 'kysely';
import PgBoss from 'pg-boss';

import { protect } from '../protect.js';

const TABLES = `
create table messages (
  org_id text not null references campaigns on delete cascade, id text not null,
  channel text not null check (channel in ('email', 'sms', 'push')),
  recipient text not null, subject text, body text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'dead')),
  attempts int not null default 0, provider_id text, error_code text,
  created_at timestamptz not null, expires_at timestamptz, claimed_at timestamptz, sent_at timestamptz,
  redacted_at timestamptz,
  primary key (org_id, id)
);
create index messages_dead on messages (org_id, created_at, id) where state = 'dead';
create index messages_to_redact on messages (org_id, created_at) where redacted_at is null;
create table inbound_messages (
  org_id text not null references campaigns on delete cascade, id text not null,
  channel text not null check (channel in ('email', 'sms', 'push')),
  sender text not null, recipient text not null, body text not null,
  provider_id text not null, received_at timestamptz not null, redacted_at timestamptz,
  primary key (org_id, id), unique (org_id, provider_id)
);
create index inbound_messages_to_redact on inbound_messages (org_id, received_at) where redacted_at is null;
create table push_subscriptions (
  org_id text not null, id text not null, user_id text not null,
  endpoint text not null, keys json not null, created_at timestamptz not null,
  primary key (org_id, id), unique (org_id, endpoint),
  foreign key (org_id, user_id) references users on delete cascade
);
create index push_subscriptions_by_user on push_subscriptions (org_id, user_id);
`;

/** The queue's own tables, made within the transaction of this step instead of one that the queue would begin. */
const QUEUE = PgBoss.getConstructionPlans('pgboss')
  .replace(/^\s*BEGIN;/, '')
  .replace(/COMMIT;\s*$/, '');

const QUEUES = `
select pgboss.create_queue('messages-dead', '{"policy":"standard"}');
select pgboss.create_queue('messages', '{"policy":"standard","deadLetter":"messages-dead"}');
select pgboss.create_queue('upkeep', '{"policy":"standard"}')
`;

/**
 * The one door from the application to the queue: a job for a message of the organization whose transaction this is. The
 * workers are woken when it lands, and the job is not there if it doesn't.
 */
const DOOR = `
create function groundswell_queue_message(message_id text) returns void language plpgsql security definer
set search_path from current as $$
begin
  insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_in, keep_until, dead_letter, policy)
  select name, jsonb_build_object('orgId', current_setting('groundswell.org_id'), 'messageId', message_id),
    coalesce(retry_limit, 2), coalesce(retry_delay, 1), coalesce(retry_backoff, true),
    make_interval(secs => coalesce(expire_seconds, 120)), now() + make_interval(mins => coalesce(retention_minutes, 20160)),
    dead_letter, policy
  from pgboss.queue where name = 'messages';
  if not found then raise exception 'there is no queue for messages'; end if;
  perform pg_notify('groundswell_messages', '');
end $$;
revoke all on function groundswell_queue_message(text) from public;
grant execute on function groundswell_queue_message(text) to groundswell_app
`;

/** Whoever keeps house needs to know which organizations there are, and nothing else of them. */
const HOUSEKEEPING = `
create policy known on campaigns for select to groundswell_scheduler using (true);
grant select (org_id) on campaigns to groundswell_scheduler
`;

/** What is sent to people and what they answer, where browsers can be reached, and the queue of jobs. */
export async function messages(rows: Kysely<never>): Promise<void> {
  await sql.raw(TABLES).execute(rows);
  for (const table of ['messages', 'inbound_messages', 'push_subscriptions']) await protect(rows, table);
  for (const statements of [QUEUE, QUEUES, DOOR, HOUSEKEEPING]) await sql.raw(statements).execute(rows);
}
