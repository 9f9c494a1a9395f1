import { randomBytes, randomUUID } from 'node:crypto';

import type { Logger } from 'pino';

import type { Id, Timestamp } from '@groundswell/elements/domain';

import { keepSignedIn } from './compose/keep-signed-in.js';
import { openBackend } from './compose/open-backend.js';
import { openDelivery } from './compose/open-delivery.js';
import { openMedia } from './compose/open-media.js';
import { openMetrics } from './compose/open-metrics.js';
import { startWork, type Work } from './compose/start-work.js';
import type { Settings } from './config/settings.js';
import type { Database } from './database/database.js';
import { API_PATH } from './http/api-document.js';
import type { AppParts, AppSettings, ExtraRoute } from './http/app-parts.js';
import { createApp } from './http/create-app.js';
import { findUnready } from './http/find-unready.js';
import { openIdentity, type Identity } from './identity/open-identity.js';
import { createRateLimits } from './limits/rate-limits.js';
import { createLog } from './log/create-log.js';

export interface ServerOptions {
  readonly settings: Settings;
  /** Open, and brought up to date (`migrate`). It stays open when the server closes. */
  readonly database: Database;
  readonly now?: () => Date;
  readonly newId?: () => Id;
  /** New codes to sign in with. */
  readonly newCode?: () => string;
  readonly log?: Logger;
  /** Answers before the server does, such as a site on the same origin; undefined leaves it to the server. */
  readonly front?: (request: Request) => Promise<Response | undefined>;
}

export interface GroundswellServer {
  /** Answers one request; `env` is what a connection tells about itself. */
  readonly fetch: (request: Request, env?: object) => Promise<Response>;
  /** Listens for requests, and does what falls due: publishing, deliveries, housekeeping. */
  readonly listen: () => Promise<{ readonly url: string }>;
  /** Takes nothing new, finishes what was accepted, and stops. */
  readonly close: () => Promise<void>;
  readonly publishDue: () => Promise<Timestamp | null>;
}

/**
 * The whole server, put together from its parts. Any number of these, in any number of processes, may share a database.
 *
 * @throws Error with words where the secret is not the one that the keys in the database were sealed with.
 */
export async function createServer(options: ServerOptions): Promise<GroundswellServer> {
  const parts = await openParts(options);
  const { settings, backend, delivery, draining, identity } = parts;
  const app = createApp(appParts(parts));
  const fetch = async (request: Request, env: object = {}): Promise<Response> =>
    (await options.front?.(request)) ??
    keepSignedIn(identity.refresh, request, await app.fetch(request, env));
  const drain = (): void => {
    draining.abort();
    backend.live.end();
  };
  let work: Work | undefined;
  return {
    fetch,
    publishDue: backend.publishDue,
    listen: async () => {
      const place = { fetch, drain, host: settings.http.host, port: settings.http.port };
      work = await startWork({ ...parts, publishDue: backend.publishDue, ports: delivery.ports, place });
      return { url: work.url };
    },
    close: async () => {
      drain();
      await work?.stop();
      await backend.close();
      for (const port of Object.values(delivery.ports)) port.close?.();
    },
  };
}

type Parts = Awaited<ReturnType<typeof openParts>>;

async function openParts({ settings, database, newCode, ...options }: ServerOptions) {
  const {
    now = () => new Date(),
    newId = unguessableId,
    log = createLog({ level: settings.logLevel }),
  } = options;
  const report = (err: unknown): void => log.error({ err }, 'failed');
  const publicUrl = settings.http.publicUrl ?? `http://localhost:${settings.http.port}`;
  const basics = { settings, database, publicUrl, now, newId, log, report };
  const identity = await openIdentity({ ...basics, secret: settings.secret, issuer: publicUrl });
  const { authenticate, signToken } = identity;
  return {
    ...basics,
    identity,
    backend: await openBackend({ ...basics, newCode, signToken, links: settings.links }),
    delivery: openDelivery(basics),
    media: openMedia({ ...basics, authenticate }),
    draining: new AbortController(),
  };
}

function appParts(parts: Parts): AppParts {
  const { settings, database, identity, backend, draining, now, log } = parts;
  return {
    ...{ dispatch: backend.dispatch, live: backend.live, authenticate: identity.authenticate, now, log },
    // Whoever was let in comes from a page that may: `authenticate` has asked, also beside a token.
    allowedOrigins: () => Promise.resolve('*'),
    limits: createRateLimits({ database, secret: settings.secret, now }),
    metrics: openMetrics({ database, live: backend.live }),
    findUnready: () => findUnready(database),
    draining: draining.signal,
    settings: appSettings(settings),
    routes: [...parts.media.routes, ...parts.delivery.routes, refreshRoute(identity)],
  };
}

/** In production nobody reads the metrics without a token, not even where none was chosen. */
const appSettings = ({ mode, http }: Settings): Partial<AppSettings> => ({
  publicUrl: http.publicUrl,
  trustedProxies: http.trustedProxies,
  metricsToken: http.metricsToken ?? (mode === 'production' ? randomUUID() : undefined),
});

const refreshRoute = ({ refresh }: Identity): ExtraRoute => ({
  path: `${API_PATH}/session/refresh`,
  name: 'session.refresh',
  pages: 'own',
  handle: (request) => refresh.handle(request),
});

/** 128 random bits in 22 characters. */
const unguessableId = (): Id => randomBytes(16).toString('base64url');
