import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';

import { id, language, type Id, type Language, type Timestamp } from '@groundswell/elements/domain';

import type { KeyRing } from './key-ring.js';
import { SIGNING_ALG, TOKEN_LIFETIME } from './signing-keys.js';

/** Whose door a token opens. One for volunteers opens nothing for staff, whoever holds it. */
export const AUDIENCE = { volunteer: 'groundswell:volunteer', staff: 'groundswell:staff' } as const;

/** Says in the header what kind of token it is (RFC 9068), so that no other kind is ever taken for it. */
const ACCESS_TYPE = 'at+jwt';

/** How far the clocks of two of our processes may be apart, in seconds. */
const SKEW = 5;

export interface AccessClaims {
  readonly campaignId: Id;
  readonly userId: Id;
  readonly role: 'volunteer' | 'staff';
  readonly sessionId: Id;
  readonly language: Language;
}

export interface AccessTokenOptions {
  readonly ring: KeyRing;
  /** Who signs: the address of this installation, such as `https://api.example.org`. */
  readonly issuer: string;
  readonly now: () => Date;
}

const payload = z.object({
  aud: z.enum(AUDIENCE),
  purpose: z.literal('access'),
  org: id,
  sub: id,
  sid: id,
  role: z.enum(['volunteer', 'staff']),
  language,
  iat: z.int(),
  exp: z.int(),
});

/** Signs who somebody is for the next fifteen minutes. Asks nobody, so that it may be called in a transaction. */
export async function signAccessToken(
  { ring, issuer, now }: AccessTokenOptions,
  { campaignId, userId, role, sessionId, language }: AccessClaims,
): Promise<{ readonly token: string; readonly expiresAt: Timestamp }> {
  const { id: kid, key } = ring.current;
  const iat = Math.floor(now().getTime() / 1000);
  const exp = iat + TOKEN_LIFETIME;
  const token = await new SignJWT({ purpose: 'access', org: campaignId, sid: sessionId, role, language })
    .setProtectedHeader({ alg: SIGNING_ALG, kid, typ: ACCESS_TYPE })
    .setIssuer(issuer)
    .setAudience(AUDIENCE[role])
    .setSubject(userId)
    .setIssuedAt(iat)
    .setExpirationTime(exp)
    .sign(key);
  return { token, expiresAt: new Date(exp * 1000).toISOString() };
}

/** Whether a token says of itself that it is one of these; whether that is so, `verifyAccessToken` tells. */
export function isAccessToken(token: string): boolean {
  try {
    return decodeProtectedHeader(token).typ === ACCESS_TYPE;
  } catch {
    return false;
  }
}

/**
 * What a token of ours says, where it is one, is meant for this, and is still good. Whether the session and the person
 * are still there is another question.
 */
export async function verifyAccessToken(
  { ring, issuer, now }: AccessTokenOptions,
  token: string,
): Promise<AccessClaims | undefined> {
  const keyOf = async ({ kid = '' }: { readonly kid?: string }) => {
    const key = id.safeParse(kid).success ? await ring.find(kid) : undefined;
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key;
  };
  try {
    const { payload: claims } = await jwtVerify(token, keyOf, {
      algorithms: [SIGNING_ALG],
      typ: ACCESS_TYPE,
      issuer,
      audience: Object.values(AUDIENCE),
      currentDate: now(),
      clockTolerance: SKEW,
      maxTokenAge: TOKEN_LIFETIME,
      requiredClaims: ['exp'],
    });
    return readClaims(claims);
  } catch (error) {
    // What was wrong with it is nobody's business, and the error holds what the token says.
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

function readClaims(claims: unknown): AccessClaims | undefined {
  const { data } = payload.safeParse(claims);
  if (data === undefined) return undefined;
  const { aud, org: campaignId, sub: userId, sid: sessionId, role, language } = data;
  return aud === AUDIENCE[role] ? { campaignId, userId, role, sessionId, language } : undefined;
}
