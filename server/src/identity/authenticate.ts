import { isStaff, type Id, type Language, type Role } from '@groundswell/elements/domain';
import type { Caller } from '@groundswell/elements/contract';

import type { Database, Rows } from '../database/database.js';
import { isAccessToken, verifyAccessToken, type AccessClaims } from './access-token.js';
import { findPartnerPerson, isSamePerson, keepPartnerPerson, mergePerson } from './admit-partner-person.js';
import type { KeyRing } from './key-ring.js';
import type { PageGate } from './page-gate.js';
import { readNamedKey, verifyPartnerToken } from './partner-token.js';
import { readCredentials } from './read-credentials.js';
import type { Seal } from './seal.js';

export interface AuthenticateOptions {
  readonly database: Database;
  readonly ring: KeyRing;
  readonly seal: Seal;
  readonly gate: PageGate;
  readonly issuer: string;
  readonly now: () => Date;
}

/** Who sends a request; null where it says nothing of that, or something that is not (any more) so. */
export type Authenticate = (request: Request) => Promise<Caller | null>;

/**
 * A token of ours makes a volunteer or an organizer, a token that a partner signed makes a volunteer, a publishable key
 * alone makes a visitor. Whatever a request carries has to be right: a token that has expired is not made up for by a
 * key, and a page that may not speak for the organization is refused whatever it knows.
 *
 * Sessions, people and partner keys are looked up each time, so that what ends has ended with the next request.
 *
 * @throws ProblemError `unavailable` where the database cannot be reached, `forbidden` for a page that its key is not for.
 */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  return async (request) => {
    // Here, before any transaction of the call, the signer too gets to know what another process has changed.
    await options.ring.freshen();
    const credentials = readCredentials(request);
    const { token, key, origin } = credentials;
    const holder = key === undefined ? undefined : await options.gate.admit(key, origin);
    if (key !== undefined && holder === undefined) return null;
    if (token === undefined) {
      if (holder === undefined) return null;
      const { guestId, language = holder.language } = credentials;
      const guest = guestId === undefined ? {} : { guestId };
      return { role: 'visitor', campaignId: holder.campaignId, language, ...guest };
    }
    const mayAskFor = async (orgId: Id) =>
      (holder === undefined || holder.campaignId === orgId) && options.gate.allows(orgId, origin);
    const bearer = { token, language: credentials.language, mayAskFor };
    return isAccessToken(token) ? findMember(options, bearer) : findPartnersPerson(options, bearer);
  };
}

interface Bearer {
  readonly token: string;
  readonly language: Language | undefined;
  /** Whether the page and the key that the token comes with may speak for its organization. */
  readonly mayAskFor: (orgId: Id) => Promise<boolean>;
}

/** Whoever has signed in here. They are what their token was made for, as far as they still are. */
async function findMember(
  options: AuthenticateOptions,
  { token, language, mayAskFor }: Bearer,
): Promise<Caller | null> {
  const claims = await verifyAccessToken(options, token);
  if (claims === undefined || !(await mayAskFor(claims.campaignId))) return null;
  const { campaignId, userId, sessionId } = claims;
  const member = await options.database.inOrganization(campaignId, 'read', (rows) =>
    findLivingMember(rows, claims, options.now()),
  );
  if (member === undefined) return null;
  const role = claims.role === 'staff' && isStaff(member.role as Role) ? 'staff' : 'volunteer';
  return { role, campaignId, userId, sessionId, language: language ?? member.language };
}

const findLivingMember = (rows: Rows, { campaignId, userId, sessionId }: AccessClaims, now: Date) =>
  rows
    .selectFrom('sessions as session')
    .innerJoin('users as user', (join) =>
      join.onRef('user.org_id', '=', 'session.org_id').onRef('user.id', '=', 'session.user_id'),
    )
    .select(['user.role', 'user.language'])
    .where('session.org_id', '=', campaignId)
    .where('session.id', '=', sessionId)
    .where('session.user_id', '=', userId)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now.toISOString())
    .executeTakeFirst();

/** Whom a partner vouches for; at first sight, and where something about them is new, it is kept. */
async function findPartnersPerson(
  { database, seal, now }: AuthenticateOptions,
  { token, language, mayAskFor }: Bearer,
): Promise<Caller | null> {
  const named = readNamedKey(token);
  if (named === undefined) return null;
  const found = await database.inOrganization(named.orgId, 'read', async (rows) => {
    const said = await verifyPartnerToken({ rows, seal, now: now() }, token, named);
    return said && { said, known: await findPartnerPerson(rows, named.orgId, said.userId) };
  });
  if (found === undefined || !(await mayAskFor(named.orgId))) return null;
  const { said, known } = found;
  const signedOut = known?.signedOutAt ?? null;
  if (signedOut !== null && said.issuedAt.getTime() <= Date.parse(signedOut)) return null;
  const merged = mergePerson(known, said);
  const person = isSamePerson(known, merged) ? merged : await keepPartnerPerson(database, named.orgId, said);
  const { userId } = said;
  return { role: 'volunteer', campaignId: named.orgId, userId, language: language ?? person.language };
}
