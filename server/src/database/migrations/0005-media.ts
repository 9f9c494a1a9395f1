import { sql, type Kysely } from 'kysely';

import { protect } from '../protect.js';

/** Whoever sent a file stays named when they leave, so it is not a reference. */
const TABLES = `
create table media (
  org_id text not null references campaigns deferrable initially deferred, id text not null,
  state text not null check (state in ('uploading', 'ready')),
  purpose text not null check (purpose in ('hero', 'outgoing', 'logo')),
  bytes bigint not null check (bytes > 0), type text, width int, height int, sha256 text,
  created_by text not null, created_at timestamptz not null, expires_at timestamptz,
  primary key (org_id, id),
  check ((state = 'ready') = (type is not null) and (state = 'ready') = (sha256 is not null)),
  check ((state = 'uploading') = (expires_at is not null))
);
create index media_unfinished on media (org_id) where state = 'uploading';
create index media_expiring on media (expires_at) where state = 'uploading';
`;

/** What the scheduler may see of uploads in all organizations: whose they are, and when they end. */
const SCHEDULER = `
create policy unfinished on media for select to groundswell_scheduler using (state = 'uploading');
grant select (org_id, id, state, expires_at) on media to groundswell_scheduler
`;

/** Pictures and videos, from the first byte of an upload on; the bytes themselves are elsewhere. */
export async function media(rows: Kysely<never>): Promise<void> {
  await sql.raw(TABLES).execute(rows);
  await protect(rows, 'media');
  await sql.raw(SCHEDULER).execute(rows);
}
