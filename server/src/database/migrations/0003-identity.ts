import { sql, type Kysely } from 'kysely';

import { protect } from '../protect.js';

/** Keys outlive a campaign that is filled anew: its row may go and come back within one transaction. */
const TABLES = `
create table publishable_keys (
  org_id text not null references campaigns deferrable initially deferred, id text not null,
  allowed_origins text[] not null, created_at timestamptz not null, revoked_at timestamptz,
  primary key (org_id, id)
);
create table signing_keys (
  org_id text not null check (org_id = '-'), id text not null, alg text not null,
  sealed_key text not null, public_key json not null,
  created_at timestamptz not null, retired_at timestamptz,
  primary key (org_id, id)
);
create unique index signing_keys_in_use on signing_keys (org_id) where retired_at is null;
create table partner_keys (
  org_id text not null references campaigns deferrable initially deferred, id text not null, name text not null,
  alg text not null check (alg in ('ES256', 'EdDSA', 'RS256', 'HS256')), public_key json, sealed_secret text,
  people_salt text not null, created_at timestamptz not null, revoked_at timestamptz,
  primary key (org_id, id),
  check ((alg = 'HS256') = (sealed_secret is not null) and (alg = 'HS256') = (public_key is null))
);
create index partner_keys_by_name on partner_keys (org_id, name, created_at);
create table refresh_chains (
  org_id text not null, id text not null, session_id text not null,
  current text not null, previous text, rotated_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, session_id) references sessions on delete cascade
);
create index refresh_chains_by_session on refresh_chains (org_id, session_id);
create table sign_outs (
  org_id text not null, user_id text not null, at timestamptz not null,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users on delete cascade
);
`;

const PROTECTED = ['publishable_keys', 'signing_keys', 'partner_keys', 'refresh_chains', 'sign_outs'];

/** Who may ask: keys of pages, of this installation and of partners, and how sessions go on and end. */
export async function identity(rows: Kysely<never>): Promise<void> {
  await sql.raw(TABLES).execute(rows);
  for (const table of PROTECTED) await protect(rows, table);
}
