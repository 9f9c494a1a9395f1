import { randomBytes } from 'node:crypto';

import { isStaff, type Id, type Role } from '@groundswell/elements/domain';

import type { Database, Rows } from '../database/database.js';
import { fingerprint } from './fingerprint.js';
import type { RefreshToken } from './refresh-token-text.js';

/**
 * How long the token before the current one still gets an access token, in milliseconds: two tabs that wake together
 * send the same cookie. It gets no new cookie, so whoever has stolen it is left with nothing to go on with.
 */
export const GRACE = 10_000;

export interface ChainOptions {
  readonly database: Database;
  readonly now: () => Date;
}

/** The session that a refresh token goes on with. */
export interface RefreshedSession {
  readonly userId: Id;
  readonly sessionId: Id;
  readonly language: string;
  readonly expiresAt: string;
  /** What to keep instead; undefined for the tab that came second. */
  readonly next: RefreshToken | undefined;
}

/**
 * Begins the chain of a session: the first refresh token of it.
 *
 * @returns Undefined where the session is not there (any more) or is not that of an organizer.
 */
export async function startChain(
  { database, now }: ChainOptions,
  orgId: Id,
  sessionId: Id,
): Promise<{ readonly token: RefreshToken; readonly expiresAt: string } | undefined> {
  const token = { orgId, id: randomBytes(16).toString('base64url'), secret: newSecret() };
  return database.inOrganization(orgId, 'write', async (rows) => {
    const session = await findSession(rows, { orgId, sessionId, at: now() });
    if (session === undefined) return undefined;
    await rows
      .insertInto('refresh_chains')
      .values({
        org_id: orgId,
        id: token.id,
        session_id: sessionId,
        current: fingerprint(token.secret),
        previous: null,
        rotated_at: now().toISOString(),
      })
      .execute();
    return { token, expiresAt: session.expires_at };
  });
}

/**
 * Takes a refresh token, once. One that was taken before says that somebody else has it too: nobody knows who is who,
 * so the session ends.
 */
export async function rotateChain(
  { database, now }: ChainOptions,
  { orgId, id, secret }: RefreshToken,
): Promise<RefreshedSession | undefined> {
  const next = { orgId, id, secret: newSecret() };
  return database.inOrganization(orgId, 'write', async (rows) => {
    const at = now();
    const chain = await lockChain(rows, orgId, id);
    const session = chain && (await findSession(rows, { orgId, sessionId: chain.session_id, at }));
    if (chain === undefined || session === undefined) return undefined;
    const refreshed = {
      userId: session.user_id,
      sessionId: chain.session_id,
      language: session.language,
      expiresAt: session.expires_at,
    };
    const shown = fingerprint(secret);
    if (shown === chain.current) {
      await moveOn(rows, next, { previous: shown, at });
      return { ...refreshed, next };
    }
    const sinceRotation = at.getTime() - Date.parse(chain.rotated_at);
    if (shown === chain.previous && sinceRotation <= GRACE) return { ...refreshed, next: undefined };
    await rows
      .updateTable('sessions')
      .set({ ended_at: at.toISOString() })
      .where('org_id', '=', orgId)
      .where('id', '=', chain.session_id)
      .execute();
    return undefined;
  });
}

const newSecret = (): string => randomBytes(32).toString('base64url');

const lockChain = (rows: Rows, orgId: Id, id: Id) =>
  rows
    .selectFrom('refresh_chains')
    .select(['session_id', 'current', 'previous', 'rotated_at'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

const moveOn = (
  rows: Rows,
  { orgId, id, secret }: RefreshToken,
  { previous, at }: { readonly previous: string; readonly at: Date },
) =>
  rows
    .updateTable('refresh_chains')
    .set({ current: fingerprint(secret), previous, rotated_at: at.toISOString() })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute();

/** A session that lives, of somebody who organizes now. */
async function findSession(
  rows: Rows,
  { orgId, sessionId, at }: { readonly orgId: Id; readonly sessionId: Id; readonly at: Date },
) {
  const found = await rows
    .selectFrom('sessions as session')
    .innerJoin('users as user', (join) =>
      join.onRef('user.org_id', '=', 'session.org_id').onRef('user.id', '=', 'session.user_id'),
    )
    .select(['session.user_id', 'session.expires_at', 'user.language', 'user.role'])
    .where('session.org_id', '=', orgId)
    .where('session.id', '=', sessionId)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', at.toISOString())
    .executeTakeFirst();
  return found !== undefined && isStaff(found.role as Role) ? found : undefined;
}
