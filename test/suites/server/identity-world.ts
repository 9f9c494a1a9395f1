import type { Caller } from '../../../src/contract/index.js';
import type { Database } from '../../../server/src/database/database.js';
import { openIdentity, type Identity } from '../../../server/src/identity/open-identity.js';
import { createSeal, type Seal } from '../../../server/src/identity/seal.js';

export const SECRET = 'a secret that only this installation knows';
export const ISSUER = 'https://groundswell.example';
export const PAGE = 'https://partner.example';

/** Two organizations with people of the same ids, a clock that stands still, and everything that says who asks. */
export interface IdentityWorld {
  readonly database: Database;
  readonly seal: Seal;
  readonly identity: Identity;
  readonly now: () => Date;
  /** Lets time go by. */
  pass(time: { readonly seconds?: number; readonly minutes?: number }): void;
  /** A new session of somebody, and its token. */
  signIn(
    role: 'volunteer' | 'staff',
    orgId?: string,
  ): Promise<{ readonly token: string; readonly id: string }>;
  /** Who a request with these headers comes from. */
  ask(headers: Readonly<Record<string, string>>): Promise<Caller | null>;
  /** Another process of the same installation. */
  openAnother(): Promise<Identity>;
}

const PEOPLE = [
  { id: 'olga', first_name: 'Olga', role: 'admin', language: 'en', email: 'olga@example.org' },
  { id: 'vera', first_name: 'Vera', role: 'volunteer', language: 'es', email: 'vera@example.org' },
];

export async function buildIdentityWorld(database: Database): Promise<IdentityWorld> {
  for (const org_id of ['river', 'lake']) await addOrganization(database, org_id);
  let time = Date.parse('2026-11-03T15:00:00.000Z');
  const now = () => new Date(time);
  const open = () => openIdentity({ database, secret: SECRET, issuer: ISSUER, now });
  const identity = await open();
  let sessions = 0;
  return {
    database,
    seal: createSeal(SECRET),
    identity,
    now,
    openAnother: open,
    pass: ({ seconds = 0, minutes = 0 }) => void (time += (seconds + minutes * 60) * 1000),
    signIn: async (role, orgId = 'river') => {
      const id = `session-${(sessions += 1)}`;
      const user_id = role === 'staff' ? 'olga' : 'vera';
      const expires_at = new Date(time + 30 * 86_400_000).toISOString();
      await database.inOrganization(orgId, 'write', (rows) =>
        rows
          .insertInto('sessions')
          .values({ org_id: orgId, id, user_id, created_at: now().toISOString(), expires_at, ended_at: null })
          .execute(),
      );
      const claims = { campaignId: orgId, userId: user_id, role, sessionId: id, language: 'en' };
      return { id, token: (await identity.signToken(claims)).token };
    },
    ask: (headers) => identity.authenticate(new Request(`${ISSUER}/v1/feed`, { headers })),
  };
}

const addOrganization = (database: Database, org_id: string) =>
  database.inOrganization(org_id, 'write', async (rows) => {
    const body = JSON.stringify({ languages: ['es', 'en'] });
    await rows.insertInto('campaigns').values({ org_id, revision: '1', body }).execute();
    const texts = { last_name: '', search_text: '', sort_text: '', district_ids: [] };
    await rows
      .insertInto('users')
      .values(PEOPLE.map((person) => ({ org_id, ...person, ...texts })))
      .execute();
  });

/** The header that carries a token. */
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
