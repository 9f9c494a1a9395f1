import { sql, type Kysely } from 'kysely';

import { protect } from '../protect.js';

const TABLES = `
create table campaigns (
  org_id text not null, revision text not null, body json not null, changes_kept_since xid8 not null default '0',
  primary key (org_id)
);
create table users (
  org_id text not null references campaigns, id text not null, version bigint not null default 1,
  first_name text not null, last_name text not null, email text, search_text text not null, sort_text text not null,
  role text not null check (role in ('owner', 'admin', 'staff', 'volunteer')), language text not null,
  district_ids text[] not null,
  primary key (org_id, id)
);
create index users_by_email on users (org_id, lower(email), id collate "C");
create index users_in_order on users (org_id, sort_text collate "C", id collate "C");
create table lookups (
  org_id text not null references campaigns,
  kind text not null check (kind in ('contactLists', 'folders', 'districts', 'tags', 'fields')),
  id text not null, version bigint not null default 1, rank double precision not null,
  search_text text not null, sort_text text not null, body json not null,
  primary key (org_id, kind, id)
);
create index lookups_in_order on lookups (org_id, kind, rank, sort_text collate "C", id collate "C");
create table user_lists (
  org_id text not null references campaigns, id text not null, version bigint not null default 1,
  folder_id text, name text not null, search_text text not null, sort_text text not null,
  primary key (org_id, id)
);
create index user_lists_by_folder on user_lists (org_id, folder_id);
create index user_lists_in_order on user_lists (org_id, sort_text collate "C", id collate "C");
create table user_list_members (
  org_id text not null, list_id text not null, user_id text not null, place int not null,
  primary key (org_id, list_id, user_id),
  foreign key (org_id, list_id) references user_lists,
  foreign key (org_id, user_id) references users
);
create index user_list_members_by_user on user_list_members (org_id, user_id);
create table actions (
  org_id text not null references campaigns, id text not null, version bigint not null,
  kind text not null, status text not null check (status in ('draft', 'scheduled', 'published', 'closed', 'deleted')),
  visibility text not null check (visibility in ('unpublished', 'private', 'public')),
  featured boolean not null, content json not null, audience json not null, schedule json not null,
  publish_failure text, copied_from_id text,
  created_at timestamptz not null, updated_at timestamptz not null, published_at timestamptz, closed_at timestamptz,
  deleted_at timestamptz, publish_at timestamptz, closes_at timestamptz, shown_at timestamptz not null default '-infinity',
  folder_ids text[] not null, district_ids text[] not null, languages text[] not null,
  search_text text not null, sort_text text not null,
  primary key (org_id, id)
);
create index actions_by_status on actions (org_id, status);
create index actions_by_update on actions (org_id, updated_at, id collate "C");
create index actions_by_creation on actions (org_id, created_at, id collate "C");
create index actions_by_title on actions (org_id, sort_text collate "C", id collate "C");
create index actions_by_time on actions (org_id, shown_at, id collate "C");
create index actions_in_feed on actions (org_id, featured desc, published_at desc, id collate "C") where status = 'published';
create index actions_waiting on actions (publish_at) where status = 'scheduled' and publish_failure is null;
create table deliveries (
  org_id text not null, action_id text not null, user_id text not null,
  source text not null, sent_at timestamptz not null,
  primary key (org_id, action_id, user_id),
  foreign key (org_id, action_id) references actions,
  foreign key (org_id, user_id) references users
);
create index deliveries_by_user on deliveries (org_id, user_id);
create table share_links (
  org_id text not null, token text not null, action_id text not null,
  primary key (org_id, token), unique (org_id, action_id),
  foreign key (org_id, action_id) references actions
);
create table referrals (
  org_id text not null, code text not null, action_id text not null, participant text not null,
  primary key (org_id, code), unique (org_id, action_id, participant),
  foreign key (org_id, action_id) references actions
);
create table idempotency_keys (
  org_id text not null, scope text not null, fingerprint text not null, at timestamptz not null, answer json,
  primary key (org_id, scope)
);
create index idempotency_keys_by_age on idempotency_keys (org_id, at);
create table sign_in_codes (
  org_id text not null references campaigns, address text not null, expires_at timestamptz not null, body json not null,
  primary key (org_id, address)
);
create table sessions (
  org_id text not null, id text not null, user_id text not null,
  created_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users on delete cascade
);
create index sessions_by_user on sessions (org_id, user_id);
`;

const PROTECTED = [
  ...[
    'campaigns',
    'users',
    'lookups',
    'user_lists',
    'user_list_members',
    'actions',
    'deliveries',
    'share_links',
  ],
  ...['referrals', 'idempotency_keys', 'sign_in_codes', 'sessions'],
];

/** What the scheduler may see of scheduled actions in all organizations: whose they are, and when they are due. */
const SCHEDULER = `
create policy due on actions for select to groundswell_scheduler
  using (status = 'scheduled' and publish_failure is null);
grant select (org_id, status, publish_failure, publish_at) on actions to groundswell_scheduler
`;

/** Organizations with what is theirs: people, lists, actions, links, keys, sessions. */
export async function organizations(rows: Kysely<never>): Promise<void> {
  await sql.raw(TABLES).execute(rows);
  for (const table of PROTECTED) await protect(rows, table);
  await sql.raw(SCHEDULER).execute(rows);
}
