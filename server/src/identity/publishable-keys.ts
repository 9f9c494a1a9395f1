import { randomBytes } from 'node:crypto';

import type { Id, Timestamp } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';
import { formatPublishableKey, parsePublishableKey } from './publishable-key-text.js';
import { requireOrganization } from './require-organization.js';

export interface PublishableKeyOptions {
  readonly database: Database;
  readonly now: () => Date;
}

export interface PublishableKey {
  readonly key: string;
  readonly allowedOrigins: readonly string[];
  readonly createdAt: Timestamp;
  readonly revokedAt: Timestamp | null;
}

/**
 * Makes a key that pages of these origins carry, to be seen by everybody: it says for which organization a visitor
 * asks, and nothing more. `*` allows any page.
 *
 * @throws Error with words where an origin is none, or there is no such organization.
 */
export async function createPublishableKey(
  { database, now }: PublishableKeyOptions,
  orgId: Id,
  allowedOrigins: readonly string[],
): Promise<string> {
  allowedOrigins.forEach(checkOrigin);
  const id = randomBytes(16).toString('base64url');
  const values = {
    org_id: orgId,
    id,
    allowed_origins: [...new Set(allowedOrigins)],
    created_at: now().toISOString(),
    revoked_at: null,
  };
  await database.inOrganization(orgId, 'write', async (rows) => {
    await requireOrganization(rows, orgId);
    await rows.insertInto('publishable_keys').values(values).execute();
  });
  return formatPublishableKey({ orgId, id });
}

/** Every key of an organization, the oldest first. */
export async function listPublishableKeys(database: Database, orgId: Id): Promise<PublishableKey[]> {
  const found = await database.inOrganization(orgId, 'read', (rows) =>
    rows
      .selectFrom('publishable_keys')
      .selectAll()
      .where('org_id', '=', orgId)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );
  return found.map(({ id, allowed_origins, created_at, revoked_at }) => ({
    key: formatPublishableKey({ orgId, id }),
    allowedOrigins: allowed_origins,
    createdAt: created_at,
    revokedAt: revoked_at,
  }));
}

/**
 * Ends a key; pages that still carry it are refused within ten seconds.
 *
 * @returns Whether there was such a key, and it was not revoked before.
 */
export async function revokePublishableKey(
  { database, now }: PublishableKeyOptions,
  text: string,
): Promise<boolean> {
  const key = parsePublishableKey(text);
  if (key === undefined) return false;
  const { numUpdatedRows } = await database.inOrganization(key.orgId, 'write', (rows) =>
    rows
      .updateTable('publishable_keys')
      .set({ revoked_at: now().toISOString() })
      .where('org_id', '=', key.orgId)
      .where('id', '=', key.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  return numUpdatedRows > 0n;
}

function checkOrigin(origin: string): void {
  if (origin === '*') return;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.origin !== origin || !/^https?:$/.test(url.protocol) || origin.includes('*'))
    throw new Error(`${origin} is not an origin: write it as https://example.org, or * for any page.`);
}
