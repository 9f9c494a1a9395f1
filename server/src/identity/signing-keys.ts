import { sql } from 'kysely';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';

import { INSTALLATION, type Database, type Rows } from '../database/database.js';
import type { Seal } from './seal.js';

/** What every WebCrypto can do; verifying takes a fifth of a millisecond. */
export const SIGNING_ALG = 'ES256';

/** How long an access token is good, in seconds. */
export const TOKEN_LIFETIME = 15 * 60;

/**
 * How long a retired key still verifies, in seconds: as long as its last token lives, and a minute for processes that
 * have not heard yet that it is retired.
 */
export const RETIREMENT = TOKEN_LIFETIME + 60;

export interface KeyKeeping {
  readonly database: Database;
  readonly seal: Seal;
  readonly now: () => Date;
}

/** The keys as they are now. `current` signs; each of `verifying` proves, by its `kid`. */
export interface SigningKeys {
  readonly current: { readonly id: string; readonly sealedKey: string } | undefined;
  readonly verifying: ReadonlyMap<string, JWK>;
}

/** Reads the keys that sign and verify at this moment. */
export async function readSigningKeys({
  database,
  now,
}: Pick<KeyKeeping, 'database' | 'now'>): Promise<SigningKeys> {
  const alive = retiredAfter(now());
  const found = await database.inOrganization(INSTALLATION, 'read', (rows) =>
    rows
      .selectFrom('signing_keys')
      .select(['id', 'sealed_key', 'public_key', 'retired_at'])
      .where('org_id', '=', INSTALLATION)
      .where((build) => build.or([build('retired_at', 'is', null), build('retired_at', '>', alive)]))
      .execute(),
  );
  const current = found.find(({ retired_at }) => retired_at === null);
  return {
    current: current && { id: current.id, sealedKey: current.sealed_key },
    verifying: new Map(found.map(({ id, public_key }) => [id, public_key])),
  };
}

/** Makes the first key of an installation. Where there is one already, nothing changes. */
export async function ensureSigningKey(keeping: KeyKeeping): Promise<void> {
  const fresh = await makeKey(keeping);
  await changeKeys(keeping, async (rows) => {
    const current = await rows
      .selectFrom('signing_keys')
      .select('id')
      .where('org_id', '=', INSTALLATION)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    if (current === undefined) await rows.insertInto('signing_keys').values(fresh).execute();
  });
}

export interface RotationOptions {
  /** Lets go of the old keys at once, and with them of every living token: for a key that somebody has seen. */
  readonly forgetOld?: boolean;
}

/**
 * Signs with a new key from now on. Tokens of the old one are good until they expire, unless told otherwise; keys whose
 * tokens have all expired are removed. Other processes follow within ten seconds.
 *
 * @returns The `kid` of the new key.
 */
export async function rotateSigningKey(
  keeping: KeyKeeping,
  { forgetOld = false }: RotationOptions = {},
): Promise<string> {
  const fresh = await makeKey(keeping);
  await changeKeys(keeping, async (rows) => {
    const forgotten = rows.deleteFrom('signing_keys').where('org_id', '=', INSTALLATION);
    await (
      forgetOld ? forgotten : forgotten.where('retired_at', '<=', retiredAfter(keeping.now()))
    ).execute();
    await rows
      .updateTable('signing_keys')
      .set({ retired_at: keeping.now().toISOString() })
      .where('org_id', '=', INSTALLATION)
      .where('retired_at', 'is', null)
      .execute();
    await rows.insertInto('signing_keys').values(fresh).execute();
  });
  return fresh.id;
}

/** The private key, for signing. */
export async function openSigningKey(seal: Seal, id: string, sealedKey: string): Promise<CryptoKey> {
  const jwk = JSON.parse(await seal.open({ kind: 'signing-key', orgId: INSTALLATION, id }, sealedKey)) as JWK;
  return (await importJWK(jwk, SIGNING_ALG)) as CryptoKey;
}

const retiredAfter = (now: Date): string => new Date(now.getTime() - RETIREMENT * 1000).toISOString();

async function makeKey({ seal, now }: KeyKeeping) {
  const { privateKey, publicKey } = await generateKeyPair(SIGNING_ALG, { extractable: true });
  const id = await calculateJwkThumbprint(publicKey);
  const thing = { kind: 'signing-key', orgId: INSTALLATION, id } as const;
  return {
    org_id: INSTALLATION,
    id,
    alg: SIGNING_ALG,
    sealed_key: await seal.close(thing, JSON.stringify(await exportJWK(privateKey))),
    public_key: JSON.stringify(await exportJWK(publicKey)),
    created_at: now().toISOString(),
    retired_at: null,
  };
}

/** One process at a time changes the keys. */
const changeKeys = ({ database }: KeyKeeping, change: (rows: Rows) => Promise<void>): Promise<void> =>
  database.inOrganization(INSTALLATION, 'write', async (rows) => {
    await sql`select pg_advisory_xact_lock(hashtext('groundswell:signing-keys'))`.execute(rows);
    await change(rows);
  });
