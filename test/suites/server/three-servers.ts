import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { campaignData, seedStore } from '../../../src/backend/index.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import type { Client } from '../../../src/contract/client.js';
import { createHttpClient } from '../../../src/http-client.js';
import { readSettings } from '../../../server/src/config/read-settings.js';
import { createServer, type GroundswellServer } from '../../../server/src/create-server.js';
import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { migrate } from '../../../server/src/database/migrate.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { openIdentity } from '../../../server/src/identity/open-identity.js';
import { createPublishableKey } from '../../../server/src/identity/publishable-keys.js';
import { createPostgresDatabase } from './databases.js';
import { storeOver } from './store-world.js';

/** One server of several, as those know it who talk to it alone. */
export interface OneOfThree {
  readonly server: GroundswellServer;
  readonly url: string;
  /** A client of a person of the campaign of the suite, or of a visitor. */
  client(userId?: string): Client;
}

export interface ThreeServers {
  readonly all: readonly [OneOfThree, OneOfThree, OneOfThree];
  readonly database: Database;
  /** Who may be signed in, in headers. */
  headersOf(userId: string): Promise<Readonly<Record<string, string>>>;
  setClock(now: Date): void;
  close(): Promise<void>;
}

const ORG = 'conformance';
const SECRET = 'a secret that three servers share and nobody else';
const ORIGIN = 'http://groundswell.example';

/** Three whole servers, each with connections of its own, that listen over one new PostgreSQL database. */
export async function startThreeServers(): Promise<ThreeServers> {
  const databaseUrl = await createPostgresDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-three-'));
  const databases = [1, 2, 3].map(() => createDatabase(openPostgres({ url: databaseUrl })));
  const database = databases[0]!;
  await migrate(database);
  await seedStore(storeOver(database), campaignData.parse(conformanceCampaign));
  let clock: Date | undefined;
  const now = () => clock ?? new Date();
  const key = await createPublishableKey({ database, now }, ORG, ['*']);
  const identity = await openIdentity({ database, secret: SECRET, issuer: ORIGIN, now });
  const tokenOf = async (userId: string): Promise<string> => {
    const role = userId.startsWith('staff') ? 'staff' : 'volunteer';
    const claims = {
      campaignId: ORG,
      userId,
      role,
      sessionId: `session-of-${userId}`,
      language: 'en',
    } as const;
    return (await identity.signToken(claims)).token;
  };
  for (const userId of ['staff-1', 'volunteer-1', 'volunteer-2']) await openSession(database, userId);
  const settings = readSettings({
    ...{ DATABASE_URL: databaseUrl, GROUNDSWELL_DATA: folder, GROUNDSWELL_SECRET: SECRET },
    ...{ GROUNDSWELL_PUBLIC_URL: ORIGIN, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
  });
  const start = async (each: Database): Promise<OneOfThree> => {
    const server = await createServer({ settings, database: each, now });
    const { url } = await server.listen();
    const clientOf = (userId?: string) =>
      createHttpClient({
        ...{ baseUrl: `${url}/v1`, retry: false },
        ...(userId === undefined ? { publishableKey: key } : { getToken: () => tokenOf(userId) }),
      });
    return { server, url, client: clientOf };
  };
  const all = (await Promise.all(databases.map(start))) as [OneOfThree, OneOfThree, OneOfThree];
  return {
    all,
    database,
    headersOf: async (userId) => ({ authorization: `Bearer ${await tokenOf(userId)}` }),
    setClock: (time) => (clock = time),
    close: async () => {
      await Promise.all(all.map(({ server }) => server.close()));
      await Promise.all(databases.map((each) => each.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const openSession = (database: Database, userId: string) =>
  database.inOrganization(ORG, 'write', (rows) =>
    rows
      .insertInto('sessions')
      .values({
        ...{ org_id: ORG, id: `session-of-${userId}`, user_id: userId, ended_at: null },
        ...{ created_at: '2026-01-01T00:00:00.000Z', expires_at: '2099-01-01T00:00:00.000Z' },
      })
      .execute(),
  );
