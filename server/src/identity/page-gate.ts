import { sql } from 'kysely';

import { ProblemError } from '@groundswell/elements/contract';
import { language, type Id, type Language } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';
import { parsePublishableKey } from './publishable-key-text.js';
import { remember } from './remember.js';

/** How long this process goes by what it knows of an organization's keys, in milliseconds. */
const LIFETIME = 10_000;

export interface PageGateOptions {
  readonly database: Database;
  /** Origins of this installation's own pages, such as `https://admin.example.org`; they speak for any organization. */
  readonly ownOrigins: readonly string[];
  readonly now: () => Date;
}

export interface KeyHolder {
  readonly campaignId: Id;
  /** What the campaign speaks first, for visitors who do not say what they speak. */
  readonly language: Language;
}

/** Decides which pages may ask, and for whom. */
export interface PageGate {
  /**
   * The organization that a publishable key stands for; undefined where it stands for none. Without an origin no page asks but a program, or a page of our own: the key is public and whoever writes a
   * program can write any origin, so refusing them would keep out nobody but the honest.
   *
   * @throws ProblemError `forbidden` on a page that the key is not for: signing in would change nothing there.
   */
  admit(key: string, origin: string | undefined): Promise<KeyHolder | undefined>;
  /** Whether a page of this origin may speak for an organization at all: its own pages, and those of its keys. */
  allows(orgId: Id, origin: string | undefined): Promise<boolean>;
}

interface LivingKey extends KeyHolder {
  readonly origins: ReadonlySet<string>;
}

export function createPageGate({ database, ownOrigins, now }: PageGateOptions): PageGate {
  const own = new Set(ownOrigins);
  const isOpen = (origins: ReadonlySet<string>, origin: string | undefined) =>
    origin === undefined || own.has(origin) || origins.has(origin) || origins.has('*');
  const keys = remember<LivingKey>({ lifetime: LIFETIME, now, load: (key) => findKey(database, key) });
  const origins = remember<ReadonlySet<string>>({
    lifetime: LIFETIME,
    now,
    load: (orgId) => readOrigins(database, orgId),
  });
  return {
    admit: async (text, origin) => {
      if (parsePublishableKey(text) === undefined) return undefined;
      const key = await keys.get(text);
      if (key !== undefined && !isOpen(key.origins, origin)) throw new ProblemError('forbidden');
      return key;
    },
    allows: async (orgId, origin) =>
      isOpen(new Set(), origin) || isOpen((await origins.get(orgId)) ?? new Set(), origin),
  };
}

async function findKey(database: Database, text: string): Promise<LivingKey | undefined> {
  const name = parsePublishableKey(text);
  if (name === undefined) return undefined;
  const found = await database.inOrganization(name.orgId, 'read', (rows) =>
    rows
      .selectFrom('publishable_keys as key')
      .innerJoin('campaigns as campaign', 'campaign.org_id', 'key.org_id')
      .select(['key.allowed_origins', sql`campaign.body -> 'languages' ->> 0`.as('spoken')])
      .where('key.org_id', '=', name.orgId)
      .where('key.id', '=', name.id)
      .where('key.revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  return (
    found && {
      campaignId: name.orgId,
      origins: new Set(found.allowed_origins),
      language: language.safeParse(found.spoken).data ?? 'en',
    }
  );
}

async function readOrigins(database: Database, orgId: Id): Promise<ReadonlySet<string>> {
  const found = await database.inOrganization(orgId, 'read', (rows) =>
    rows
      .selectFrom('publishable_keys')
      .select('allowed_origins')
      .where('org_id', '=', orgId)
      .where('revoked_at', 'is', null)
      .execute(),
  );
  return new Set(found.flatMap(({ allowed_origins }) => allowed_origins));
}
