import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SignJWT } from 'jose';
import { sql } from 'kysely';

import { campaignData } from '../../../../src/backend/index.js';
import { readSettings, type Environment } from '../../../../server/src/config/read-settings.js';
import {
  createServer,
  type GroundswellServer,
  type ServerOptions,
} from '../../../../server/src/create-server.js';
import { createDatabase, type Database, type Rows } from '../../../../server/src/database/database.js';
import { migrate } from '../../../../server/src/database/migrate.js';
import { openPostgres } from '../../../../server/src/database/postgres-pool.js';
import { openIdentity } from '../../../../server/src/identity/open-identity.js';
import { registerPartnerKey } from '../../../../server/src/identity/partner-keys.js';
import { createPublishableKey } from '../../../../server/src/identity/publishable-keys.js';
import { createSeal } from '../../../../server/src/identity/seal.js';
import { campaignOf } from '../../../../server/src/store/campaign-port.js';
import { idOf, organizationData, actionIdOf } from './organization-data.js';
import { createDatabaseIn } from '../create-database-in.js';

/** Who asks: somebody without an account, a volunteer, somebody whom a partner vouches for, an organizer. */
export const WHO = ['visitor', 'volunteer', 'partner', 'staff'] as const;
export type Who = (typeof WHO)[number];

/** An organization of a world, and what its people send to be recognized. */
export interface WorldOrganization {
  readonly id: string;
  /** The publishable key of its pages. */
  readonly key: string;
  /** Which key its partner signs with. */
  readonly partnerKey: string;
  headersOf(who: Who): Readonly<Record<string, string>>;
}

/** A whole server on a database of its own with several organizations, each of which has one of everything. */
export interface PromiseWorld {
  readonly server: GroundswellServer;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly organizations: readonly WorldOrganization[];
  /** Where its files are. */
  readonly folder: string;
  /** Signs everybody's tokens anew, or those of one organization; they last for a few minutes. */
  signAnew(org?: string): Promise<void>;
  /** Lets everybody begin to count again, so that limits don't stand before what is looked at. */
  forgetLimits(org?: string): Promise<void>;
  /** Fills an organization as it was at first. */
  refill(org: string): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions extends Partial<Omit<ServerOptions, 'settings' | 'database'>> {
  /** A PostgreSQL server in which a database may be made. */
  readonly postgresUrl: string;
  readonly organizations: readonly string[];
  readonly environment?: Environment;
  /** Puts something between server and database. */
  readonly spoil?: (database: Database) => Database;
}

export const SECRET = 'a secret that only this installation knows';
export const PARTNER_SECRET = 'a secret that host and server share';
/** As far as tokens say who has signed them. */
export const PUBLIC_URL = 'http://localhost:8080';

export async function openPromiseWorld(options: WorldOptions): Promise<PromiseWorld> {
  const { postgresUrl, organizations: names, environment, spoil = same, ...given } = options;
  const databaseUrl = await createDatabaseIn(postgresUrl);
  const database = createDatabase(openPostgres({ url: databaseUrl }));
  await migrate(database);
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-promise-'));
  const settings = readSettings({
    ...{ DATABASE_URL: databaseUrl, GROUNDSWELL_DATA: folder, GROUNDSWELL_SECRET: SECRET },
    ...{ GROUNDSWELL_PUBLIC_URL: PUBLIC_URL, HOST: '127.0.0.1', PORT: '0' },
    // Every request may come from another address, as far as limits know.
    ...{ TRUSTED_PROXIES: '1', LOG_LEVEL: 'silent', ...environment },
  });
  const now = () => new Date();
  const keys = new Map<string, { readonly key: string; readonly kid: string }>();
  for (const name of names) keys.set(name, await fill(database, name));
  const server = await createServer({ ...given, settings, database: spoil(database) });
  const identity = await openIdentity({ database, secret: SECRET, issuer: PUBLIC_URL, now });
  const tokens = new Map<string, string>();
  const signAnew = async (only?: string) => {
    for (const [org, { kid }] of keys) {
      if (only !== undefined && org !== only) continue;
      await database.inOrganization(org, 'write', (rows) => openSessions(rows, org));
      for (const role of ['staff', 'volunteer'] as const) {
        const claims = {
          campaignId: org,
          userId: `${org}-${role}`,
          sessionId: `${org}-${role}`,
          role,
          language: 'en',
        };
        tokens.set(`${org}/${role}`, (await identity.signToken(claims)).token);
      }
      tokens.set(`${org}/partner`, await signAsPartner(org, kid));
    }
  };
  await signAnew();
  return {
    ...{ server, database, databaseUrl, folder, signAnew },
    organizations: [...keys].map(([id, { key, kid }]) => ({
      id,
      key,
      partnerKey: kid,
      headersOf: (who) =>
        who === 'visitor'
          ? { 'groundswell-key': key, 'groundswell-guest': `${id}-guest` }
          : { authorization: `Bearer ${tokens.get(`${id}/${who}`) ?? ''}` },
    })),
    refill: (org) => refill(database, org),
    forgetLimits: async (org) => {
      const whose = org === undefined ? sql`true` : sql`org_id = ${org}`;
      await sql`delete from rate_limits where ${whose}`.execute(database.owner);
    },
    close: async () => {
      await server.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const same = (database: Database): Database => database;

const refill = (database: Database, org: string): Promise<void> =>
  database.inOrganization(org, 'write', async (rows) => {
    await campaignOf({ rows, orgId: org, logParts: new Set() }).replace(
      campaignData.parse(organizationData(org)),
    );
    const action_id = actionIdOf(org, 'social_sharing', 'published');
    await rows
      .insertInto('referrals')
      .values({ org_id: org, code: idOf(org, 'referralCode'), action_id, participant: `user:${org}-user` })
      .execute();
    await openSessions(rows, org);
  });

/** An organization with a key for pages, and one of a partner. */
async function fill(database: Database, org: string): Promise<{ key: string; kid: string }> {
  const now = () => new Date();
  await refill(database, org);
  const key = await createPublishableKey({ database, now }, org, ['*']);
  const partner = { database, seal: createSeal(SECRET), now };
  const shared = { alg: 'HS256', secret: PARTNER_SECRET } as const;
  return { key, kid: await registerPartnerKey(partner, org, { name: 'Host', key: shared }) };
}

/** Sessions of an organizer and of a volunteer, also where they were ended. */
async function openSessions(rows: Rows, org: string): Promise<void> {
  const times = {
    created_at: new Date().toISOString(),
    expires_at: '2999-01-01T00:00:00.000Z',
    ended_at: null,
  };
  const ids = ['staff', 'volunteer'].map((role) => `${org}-${role}`);
  await rows.deleteFrom('sessions').where('org_id', '=', org).where('id', 'in', ids).execute();
  await rows
    .insertInto('sessions')
    .values(ids.map((id) => ({ org_id: org, id, user_id: id, ...times })))
    .execute();
}

const signAsPartner = (org: string, kid: string): Promise<string> => {
  const iat = Math.floor(Date.now() / 1000);
  const person = { sub: `${org} 17`, given_name: `Pat of ${org}`, email: `pat@${org}.example` };
  return new SignJWT({ aud: 'groundswell', purpose: 'partner', org, iat, exp: iat + 590, ...person })
    .setProtectedHeader({ alg: 'HS256', kid })
    .sign(new TextEncoder().encode(PARTNER_SECRET));
};
