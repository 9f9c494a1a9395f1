import type { Logger } from 'pino';

import type { CampaignData } from '@groundswell/elements/backend';

import type { Settings } from '../config/settings.js';
import { createServer } from '../create-server.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open-database.js';
import { OUTBOX_PATH } from '../delivery/outbox-page.js';
import { API_PATH } from '../http/api-document.js';
import { openIdentity } from '../identity/open-identity.js';
import { createPublishableKey, listPublishableKeys } from '../identity/publishable-keys.js';
import { createPostgresStore } from '../store/create-store.js';
import { becomePerson } from './become-person.js';
import { describeCampaign, ensureCampaign, refillCampaign } from './demo-campaign.js';
import { createDemoRoutes } from './demo-routes.js';
import { movePictures } from './move-pictures.js';

export interface DemoOptions {
  /** Of development, on an address of this machine that nobody else reaches, with its public address. */
  readonly settings: Settings;
  /** The campaign to show, told from a moment. */
  readonly campaign: (now: Date) => CampaignData;
  /** The pages; undefined where there is none at an address. */
  readonly site: (request: Request) => Promise<Response | undefined>;
  /** Whether to forget what was done before. */
  readonly startsOver?: boolean;
  readonly log?: Logger;
  readonly now?: () => Date;
}

/** A server with a campaign and a site, in which anybody at this machine can be anybody. */
export interface Demo {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens the demonstration. What was done in it before is there again, unless the campaign is another one.
 *
 * @throws Error where others than this machine could reach it, or where these are the settings of production.
 */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  const { settings, campaign, site, log, now = () => new Date() } = options;
  const origin = requirePrivate(settings);
  const database = await openDatabase(settings.database);
  try {
    await migrate(database);
    const store = createPostgresStore(database, { messages: () => ({ add: () => Promise.resolve() }) });
    const data = campaign(now());
    const orgId = data.campaign.id;
    await (options.startsOver === true ? refillCampaign : ensureCampaign)(store, data, now());
    await movePictures(database, orgId, origin);
    const { signToken } = await openIdentity({ database, secret: settings.secret, issuer: origin, now });
    const publishableKey = await ensureKey(database, orgId, { origin, now });
    const about = { mode: 'server', baseUrl: API_PATH, publishableKey, outbox: OUTBOX_PATH };
    const routes = createDemoRoutes(origin, {
      describe: async () => ({ ...about, ...(await describeCampaign(database, orgId)) }),
      becomePerson: (userId) => becomePerson({ store, signToken, orgId, now }, userId),
      startOver: () => refillCampaign(store, campaign(now()), now()),
    });
    const front = async (request: Request) => (await routes(request)) ?? site(request);
    const server = await createServer({
      settings,
      database,
      now,
      front,
      ...(log === undefined ? {} : { log }),
    });
    const { url } = await server.listen();
    return { url, close: () => server.close().finally(() => database.close()) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

function requirePrivate({ mode, http: { host, publicUrl } }: Settings): string {
  if (mode === 'production')
    throw new Error('A demonstration is not for production: anybody is anybody in it.');
  if (!LOOPBACK.test(host)) throw new Error(`A demonstration is for this machine alone, and ${host} is not.`);
  if (publicUrl === undefined) throw new Error('A demonstration has to know the address of its pages.');
  return publicUrl;
}

async function ensureKey(
  database: Database,
  orgId: string,
  { origin, now }: { readonly origin: string; readonly now: () => Date },
): Promise<string> {
  const known = (await listPublishableKeys(database, orgId)).find(({ revokedAt }) => revokedAt === null);
  return known?.key ?? createPublishableKey({ database, now }, orgId, [origin]);
}
