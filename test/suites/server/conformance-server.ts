import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql } from 'kysely';

import { campaignData, seedStore } from '../../../src/backend/index.js';
import { conformanceCampaign, outsideCampaign, type ConformanceWorld } from '../../../src/conformance.js';
import type { OutgoingMessage } from '../../../src/backend/index.js';
import type { Client } from '../../../src/contract/client.js';
import { createHttpClient } from '../../../src/http-client.js';
import { createSignInClient } from '../../../src/sign-in-client.js';
import { readSettings } from '../../../server/src/config/read-settings.js';
import { createServer } from '../../../server/src/create-server.js';
import type { Database } from '../../../server/src/database/database.js';
import { listen } from '../../../server/src/http/listen.js';
import { openIdentity } from '../../../server/src/identity/open-identity.js';
import { createPublishableKey } from '../../../server/src/identity/publishable-keys.js';
import { emptyTables, storeOver } from './store-world.js';

const SECRET = 'a secret of the suite that nobody else has to know';
const ORIGIN = 'http://groundswell.example';
const START = '2026-09-01T12:00:00.000Z';
const campaigns = [conformanceCampaign, outsideCampaign].map((data) => campaignData.parse(data));

/** The whole server on a port of this machine, and a new world in it for each case of the suite. */
export interface ConformanceServer {
  makeWorld(): Promise<ConformanceWorld>;
  close(): Promise<void>;
}

/**
 * Starts the server over a database, with a clock that cases may set. It sends nothing: messages stay where they wait.
 *
 * @param others - The same database through other pools: for each a further server is started, and requests go to all of
 *   them by turns.
 */
export async function startConformanceServer(
  database: Database,
  ...others: readonly Database[]
): Promise<ConformanceServer> {
  let now = new Date(START);
  const clock = () => now;
  const settings = readSettings(
    {
      GROUNDSWELL_SECRET: SECRET,
      GROUNDSWELL_DATA: join(tmpdir(), `groundswell-suite-${process.pid}`),
      GROUNDSWELL_PUBLIC_URL: ORIGIN,
      LOG_LEVEL: 'error',
    },
    { purpose: 'serving' },
  );
  const servers = await Promise.all(
    [database, ...others].map((each) => createServer({ settings, database: each, now: clock })),
  );
  let turns = 0;
  const nextServer = () => servers[(turns += 1) % servers.length]!;
  const { url, close } = await listen({
    fetch: (request, env) => nextServer().fetch(request, env),
    port: 0,
    drain: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  const identity = await openIdentity({ database, secret: SECRET, issuer: ORIGIN, now: clock });
  const http = { baseUrl: `${url}/v1`, pollInterval: 20, retry: false } as const;
  let keys = 0;

  /** A client of somebody who is signed in, however far the clock is set. */
  const clientOf = async (orgId: string, userId: string, language = 'en'): Promise<Client> => {
    const id = `session-of-${userId}`;
    const role = userId.includes('staff') ? 'staff' : 'volunteer';
    await database.inOrganization(orgId, 'write', (rows) =>
      rows
        .insertInto('sessions')
        .values({
          org_id: orgId,
          id,
          user_id: userId,
          created_at: START,
          expires_at: '2099-01-01T00:00:00.000Z',
          ended_at: null,
        })
        .execute(),
    );
    const claims = { campaignId: orgId, userId, role, sessionId: id, language } as const;
    return createHttpClient({
      ...http,
      language,
      getToken: async () => (await identity.signToken(claims)).token,
    });
  };

  return {
    makeWorld: async () => {
      now = new Date(START);
      await emptyTables(database);
      for (const data of campaigns) await seedStore(storeOver(database), data);
      const volunteers = await Promise.all(
        [1, 2, 3, 4, 5].map((number) =>
          clientOf('conformance', `volunteer-${number}`, number === 3 || number === 4 ? 'es' : 'en'),
        ),
      );
      const key = await createPublishableKey({ database, now: clock }, 'conformance', ['*']);
      return {
        staff: await clientOf('conformance', 'staff-1'),
        outsider: await clientOf('outside', 'outside-staff'),
        volunteer: (number) => volunteers[number - 1]!,
        visitor: createSignInClient({
          ...http,
          publishableKey: key,
          guestId: 'guest-of-the-suite',
          language: 'en',
          now: clock,
        }),
        newKey: () => `key-${String((keys += 1)).padStart(8, '0')}`,
        now: clock,
        advanceTo: async (instant) => {
          now = new Date(instant);
          await Promise.all(servers.map((server) => server.publishDue()));
        },
        messages: () => readMessages(database),
      };
    },
    close: async () => {
      await close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** What waits to be sent in the campaign of the suite, in the order in which it was written: the clock stands still. */
const readMessages = (database: Database): Promise<readonly OutgoingMessage[]> =>
  database.inOrganization('conformance', 'read', async (rows) => {
    const found = await rows
      .selectFrom('messages')
      .selectAll()
      .orderBy(sql`ctid`)
      .execute();
    return found.map((row) => ({
      id: row.id,
      channel: row.channel,
      to: row.recipient,
      subject: row.subject,
      text: row.body,
      createdAt: row.created_at,
    }));
  });
