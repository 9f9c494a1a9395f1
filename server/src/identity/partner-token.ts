import { createHmac } from 'node:crypto';

import { decodeJwt, decodeProtectedHeader, errors, importJWK, jwtVerify } from 'jose';
import * as z from 'zod/mini';

import { id, language, type Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';
import type { Seal } from './seal.js';

/** The audience of tokens that a partner signs for its own users. */
export const PARTNER_AUDIENCE = 'groundswell';

/** The longest life of such a token, in seconds. */
export const PARTNER_LIFETIME = 10 * 60;

/** How far a partner's clock may be off, in seconds. */
const SKEW = 30;

/** Text of people: of any script, without control characters and halves of characters, which no database keeps. */
const text = (longest: number) => z.string().check(z.maxLength(longest), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

const claims = z.object({
  aud: z.literal(PARTNER_AUDIENCE),
  purpose: z.literal('partner'),
  org: id,
  sub: text(200).check(z.minLength(1)),
  iat: z.int(),
  exp: z.int(),
  given_name: z.optional(text(200)),
  family_name: z.optional(text(200)),
  email: z.optional(text(320).check(z.regex(/^[^\s@]+@[^\s@]+$/))),
  locale: z.optional(language),
});

/** A user of a partner, as the partner vouches for them. */
export interface PartnerPerson {
  /** Ours, made of the partner and its own id of them; the latter is kept nowhere. */
  readonly userId: Id;
  readonly issuedAt: Date;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly email: string | undefined;
  readonly language: string | undefined;
}

/** Which key a token names, of which organization: said by the token, not yet proven. */
export interface NamedKey {
  readonly orgId: Id;
  readonly kid: Id;
}

export function readNamedKey(token: string): NamedKey | undefined {
  try {
    const orgId = id.safeParse(decodeJwt(token)['org']).data;
    const kid = id.safeParse(decodeProtectedHeader(token).kid).data;
    return orgId === undefined || kid === undefined ? undefined : { orgId, kid };
  } catch {
    return undefined;
  }
}

export interface PartnerTokenOptions {
  readonly rows: Rows;
  readonly seal: Seal;
  readonly now: Date;
}

/** Whom a partner vouches for with a token, where the partner's key is registered, is not revoked, and has signed it. */
export async function verifyPartnerToken(
  { rows, seal, now }: PartnerTokenOptions,
  token: string,
  named: NamedKey,
): Promise<PartnerPerson | undefined> {
  const row = await findPartnerKey(rows, named);
  if (row === undefined) return undefined;
  const options = {
    // Only what the key was registered for: a public key is never taken for a shared secret.
    algorithms: [row.alg],
    audience: PARTNER_AUDIENCE,
    currentDate: now,
    clockTolerance: SKEW,
    maxTokenAge: PARTNER_LIFETIME,
  };
  try {
    const { payload } = await jwtVerify(token, await openKey(seal, row), options);
    return readPerson(payload, row);
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

type PartnerKeyRow = NonNullable<Awaited<ReturnType<typeof findPartnerKey>>>;

const findPartnerKey = (rows: Rows, { orgId, kid }: NamedKey) =>
  rows
    .selectFrom('partner_keys')
    .select(['org_id', 'id', 'alg', 'public_key', 'sealed_secret', 'people_salt'])
    .where('org_id', '=', orgId)
    .where('id', '=', kid)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

async function openKey(seal: Seal, { org_id: orgId, id, alg, public_key, sealed_secret }: PartnerKeyRow) {
  if (public_key !== null) return importJWK({ ...public_key, alg }, alg);
  const secret = await seal.open({ kind: 'partner-secret', orgId, id }, sealed_secret ?? '');
  return new TextEncoder().encode(secret);
}

function readPerson(payload: unknown, { org_id, people_salt }: PartnerKeyRow): PartnerPerson | undefined {
  const { data } = claims.safeParse(payload);
  if (data?.org !== org_id) return undefined;
  const lifetime = data.exp - data.iat;
  if (lifetime <= 0 || lifetime > PARTNER_LIFETIME) return undefined;
  return {
    userId: `partner-${createHmac('sha256', people_salt).update(data.sub).digest('base64url')}`,
    issuedAt: new Date(data.iat * 1000),
    firstName: data.given_name,
    lastName: data.family_name,
    email: data.email,
    language: data.locale,
  };
}
