import { Writable } from 'node:stream';

import { createBackend, createMemoryStore, seedStore, campaignData } from '@groundswell/elements/backend';
import { conformanceCampaign, outsideCampaign } from '@groundswell/elements/conformance';
import type { Caller, Change, Dispatch } from '@groundswell/elements/contract';
import type { Id } from '@groundswell/elements/domain';

import type { AppParts, AppSettings } from '../../../server/src/http/app-parts.js';
import { createApp } from '../../../server/src/http/create-app.js';
import { listen, type Listening, type ListenTimes } from '../../../server/src/http/listen.js';
import { createMetrics } from '../../../server/src/http/metrics.js';
import type { RateLimits } from '../../../server/src/limits/rate-limits.js';
import { createLiveChanges, type LiveOptions } from '../../../server/src/live/live-changes.js';
import { createLog } from '../../../server/src/log/create-log.js';

export const ORG = 'conformance';
export const OUTSIDE = 'outside';

export const asStaff = { authorization: 'Bearer staff-1' };
export const asVolunteer = { authorization: 'Bearer volunteer-1' };
export const asVisitor = { 'groundswell-key': ORG };

/** Whoever says so, is it: the real thing has tests of its own. */
const authenticate = ({ headers }: Request): Promise<Caller | null> => {
  const language = 'en';
  const token = headers.get('authorization');
  if (token === null)
    return Promise.resolve({ role: 'visitor', campaignId: headers.get('groundswell-key') ?? ORG, language });
  const userId = token.replace('Bearer ', '');
  if (userId === 'expired') return Promise.resolve(null);
  const campaignId = userId.startsWith('outside') ? OUTSIDE : ORG;
  return Promise.resolve({
    role: userId.includes('staff') ? 'staff' : 'volunteer',
    campaignId,
    userId,
    language,
  });
};

/** The page of the organization may call for it, and no other. */
const allowedOrigins = (request: Request): Promise<readonly string[] | '*'> =>
  Promise.resolve(
    request.headers.get('groundswell-key') === OUTSIDE
      ? '*'
      : ['https://page.example', 'http://localhost:80'],
  );

const unlimited: RateLimits = { take: () => Promise.resolve(0), fingerprint: () => 'place' };

export interface WorldOptions {
  readonly settings?: Partial<AppSettings>;
  readonly parts?: Partial<AppParts>;
  readonly live?: LiveOptions['settings'];
  readonly times?: Partial<ListenTimes>;
  /** Puts something before the dispatcher. */
  readonly spoil?: (dispatch: Dispatch) => Dispatch;
  /** Where changes are told instead of to the streams of this process. */
  readonly onChange?: (change: Change, orgId: Id) => void;
  readonly store?: ReturnType<typeof createMemoryStore>;
}

export interface HttpWorld {
  readonly app: ReturnType<typeof createApp>;
  readonly parts: AppParts;
  /** The lines of the log so far. */
  readonly lines: () => readonly Record<string, unknown>[];
  /** The log to the letter. */
  readonly text: () => string;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly start: () => Promise<Listening>;
  readonly drain: () => void;
}

const campaigns = [conformanceCampaign, outsideCampaign].map((data) => campaignData.parse(data));

/** A store with two organizations in it. */
export async function openStore() {
  const store = createMemoryStore();
  for (const data of campaigns) await seedStore(store, data);
  return store;
}

/** The HTTP layer over a backend in memory, with everything that is not its own played by the simplest thing. */
export async function openWorld(options: WorldOptions = {}): Promise<HttpWorld> {
  const store = options.store ?? (await openStore());
  const kept: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _, done) => {
      kept.push(chunk.toString());
      done();
    },
  });
  const log = createLog({ destination });
  const report = (err: unknown) => log.error({ err }, 'failed');
  const draining = new AbortController();
  const backend = createBackend({
    store,
    now: () => new Date('2026-09-01T12:00:00.000Z'),
    newId: () => crypto.randomUUID(),
    links: { web: 'https://vote.example/act?share={token}' },
    report,
    onChange: (change, orgId) => (options.onChange ?? ((_, id) => live.wake(id)))(change, orgId),
  });
  const dispatch = options.spoil?.(backend.dispatch) ?? backend.dispatch;
  const live = createLiveChanges({ dispatch, report, settings: { gather: 5, ...options.live } });
  draining.signal.addEventListener('abort', () => live.end());
  const parts: AppParts = {
    dispatch,
    authenticate,
    allowedOrigins,
    limits: unlimited,
    live,
    log,
    metrics: createMetrics({ withProcess: false }),
    now: () => new Date(),
    findUnready: () => Promise.resolve([]),
    draining: draining.signal,
    ...options.parts,
    settings: { ...options.settings },
  };
  const app = createApp(parts);
  const drain = () => draining.abort();
  return {
    app,
    parts,
    lines: () => kept.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => kept.join(''),
    ask: async (path, init) => app.request(path, init),
    start: () => listen({ fetch: app.fetch, port: 0, drain, report, times: { check: 20, ...options.times } }),
    drain,
  };
}

export const asJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const newAction = {
  content: {
    kind: 'open_webpage' as const,
    title: 'Read the plan',
    description: 'Two pages',
    webLink: 'https://example.org/plan',
  },
};
