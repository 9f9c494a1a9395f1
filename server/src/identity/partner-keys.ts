import { randomBytes } from 'node:crypto';

import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from 'jose';

import { id, type Id } from '@groundswell/elements/domain';

import type { Database, Rows } from '../database/database.js';
import { isDuplicate } from '../database/failures.js';
import { requireOrganization } from './require-organization.js';
import type { Seal } from './seal.js';

export interface PartnerKeyOptions {
  readonly database: Database;
  readonly seal: Seal;
  readonly now: () => Date;
}

export interface PublicPartnerKey {
  readonly alg: 'ES256' | 'EdDSA' | 'RS256';
  readonly publicKey: JWK;
}

export interface SecretPartnerKey {
  readonly alg: 'HS256';
  /** Shared with the partner; its bytes are those of the text in UTF-8. */
  readonly secret: string;
}

export type PartnerKey = PublicPartnerKey | SecretPartnerKey;

/** A key that is not taken, or its partner's name; the message says why, and nothing of the key. */
export class RefusedPartnerKey extends Error {
  override readonly name = 'RefusedPartnerKey';
}

/** The shortest shared secret, in bytes: as long as the hash that it is for (RFC 7518, 3.2). */
const SHORTEST_SECRET = 32;

/** The shortest RSA key, in bits (RFC 7518, 3.3). */
const SHORTEST_RSA = 2048;

/**
 * Takes a partner's word for who its users are, from now on, where it is signed with this key. Several keys under one
 * name are keys of one partner, whose people stay the same.
 *
 * @returns The `kid` that its tokens must name.
 * @throws RefusedPartnerKey where the key is too weak, private, or already there, or the name is none.
 */
export async function registerPartnerKey(
  { database, seal, now }: PartnerKeyOptions,
  orgId: Id,
  { name, key }: { readonly name: string; readonly key: PartnerKey },
): Promise<Id> {
  if (name.trim() === '' || name.length > 200)
    throw new RefusedPartnerKey('A partner has a name of 1 to 200 characters.');
  await checkKey(key);
  const kid = await nameKey(key);
  const material = await keep(seal, { orgId, id: kid, key });
  try {
    await database.inOrganization(orgId, 'write', async (rows) => {
      await requireOrganization(rows, orgId);
      const people_salt = (await findSalt(rows, orgId, name)) ?? randomBytes(32).toString('base64url');
      const created_at = now().toISOString();
      await rows
        .insertInto('partner_keys')
        .values({ org_id: orgId, id: kid, name, people_salt, created_at, revoked_at: null, ...material })
        .execute();
    });
  } catch (error) {
    throw isDuplicate(error) ? new RefusedPartnerKey(`The key ${kid} is registered already.`) : error;
  }
  return kid;
}

/**
 * Takes a partner's word no more where it is signed with this key, from the next request on.
 *
 * @returns Whether there was such a key, and it was not revoked before.
 */
export async function revokePartnerKey(
  { database, now }: Omit<PartnerKeyOptions, 'seal'>,
  orgId: Id,
  kid: Id,
): Promise<boolean> {
  const { numUpdatedRows } = await database.inOrganization(orgId, 'write', (rows) =>
    rows
      .updateTable('partner_keys')
      .set({ revoked_at: now().toISOString() })
      .where('org_id', '=', orgId)
      .where('id', '=', kid)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  return numUpdatedRows > 0n;
}

/** A name for the key: the partner's own where it fits, else one made of the key itself (RFC 7638). */
async function nameKey(key: PartnerKey): Promise<Id> {
  if (key.alg === 'HS256') return randomBytes(16).toString('base64url');
  const { kid } = key.publicKey;
  return id.safeParse(kid).data ?? calculateJwkThumbprint(key.publicKey);
}

/** What is kept of a key: a public one as it is, a secret sealed. */
async function keep(
  seal: Seal,
  { orgId, id, key }: { readonly orgId: Id; readonly id: Id; readonly key: PartnerKey },
) {
  if (key.alg === 'HS256') {
    const sealed_secret = await seal.close({ kind: 'partner-secret', orgId, id }, key.secret);
    return { alg: key.alg, public_key: null, sealed_secret };
  }
  return { alg: key.alg, public_key: JSON.stringify(key.publicKey), sealed_secret: null };
}

async function checkKey(key: PartnerKey): Promise<void> {
  if (key.alg !== 'HS256') return checkPublicKey(key);
  if (Buffer.byteLength(key.secret) < SHORTEST_SECRET)
    throw new RefusedPartnerKey(`A shared secret must have at least ${SHORTEST_SECRET} bytes.`);
}

async function checkPublicKey({ alg, publicKey }: PublicPartnerKey): Promise<void> {
  if ('d' in publicKey || 'k' in publicKey)
    throw new RefusedPartnerKey('This is a private key: keep it, and register the public one.');
  // What it is for is decided here, whatever the key says of itself.
  const imported = await importJWK({ ...publicKey, alg }, alg).catch(() => undefined);
  if (imported === undefined || imported instanceof Uint8Array)
    throw new RefusedPartnerKey(`This is not a public key for ${alg}, as a JWK (RFC 7517).`);
  if (alg === 'RS256' && lengthOf(imported) < SHORTEST_RSA)
    throw new RefusedPartnerKey(`An RSA key must have at least ${SHORTEST_RSA} bits.`);
}

const lengthOf = ({ algorithm }: CryptoKey): number =>
  'modulusLength' in algorithm ? Number(algorithm.modulusLength) : 0;

async function findSalt(rows: Rows, orgId: Id, name: string): Promise<string | undefined> {
  const earlier = await rows
    .selectFrom('partner_keys')
    .select('people_salt')
    .where('org_id', '=', orgId)
    .where('name', '=', name)
    .orderBy('created_at')
    .executeTakeFirst();
  return earlier?.people_salt;
}
