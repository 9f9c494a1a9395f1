import { createBackend, type BackendOptions } from '../../src/backend/create-backend.js';
import { campaignData } from '../../src/backend/campaign-data-schema.js';
import type { OutgoingMessage, Store } from '../../src/backend/ports.js';
import { seedStore } from '../../src/backend/seed-store.js';
import { createMemoryStore } from '../../src/backend/stores/memory.js';
import { createClient } from '../../src/client/create-client.js';
import { embeddedSignIn } from '../../src/client/embedded-sign-in.js';
import { embeddedTransport } from '../../src/client/embedded-transport.js';
import { createPageTokens } from '../../src/client/page-tokens.js';
import { shareChanges } from '../../src/client/share-changes.js';
import { conformanceCampaign, outsideCampaign, type ConformanceWorld } from '../../src/conformance.js';
import type { Caller } from '../../src/contract/caller.js';
import type { Client } from '../../src/contract/client.js';
import type { Change } from '../../src/contract/changes.js';
import type { Dispatch } from '../../src/contract/dispatch.js';

export type Listen = (listener: (change: Change) => void) => () => void;

/** What a client of the world is made of. */
export interface Connection {
  readonly dispatch: Dispatch;
  /** Who calls as long as nobody has signed in. */
  readonly caller: Caller;
  readonly subscribe: Listen;
  /** Whom a token stands for, as long as it does. */
  readonly callerOf: (token: string) => Caller | undefined;
  readonly now: () => Date;
}

type ReadMessages = (campaignId: string) => Promise<readonly OutgoingMessage[]>;

export interface WorldOptions {
  /** A store that keeps messages where they can be read; else `messages` reads them, or nobody does. */
  readonly store?: Store & { messages?: ReadMessages };
  readonly messages?: ReadMessages;
  /** How a caller reaches the dispatcher: in the page unless told. */
  readonly connect?: (connection: Connection) => Client;
  /** Puts something between the clients and the backend, such as a fault. */
  readonly spoil?: (dispatch: Dispatch) => Dispatch;
  /** Changes the backend itself. */
  readonly backend?: Partial<BackendOptions>;
}

const campaigns = [conformanceCampaign, outsideCampaign].map((data) => campaignData.parse(data));
const LANGUAGES = ['en', 'en', 'es', 'es', 'en'];

/** A backend with a clock that stands still, filled for the suite, and clients for everybody in it. */
export async function makeConformanceWorld(options: WorldOptions = {}): Promise<ConformanceWorld> {
  const { store = createMemoryStore(), connect = connectInPage, spoil = (dispatch) => dispatch } = options;
  let now = new Date('2026-09-01T12:00:00.000Z');
  let keys = 0;
  const changes = shareChanges(null);
  for (const data of campaigns) await seedStore(store, data);
  const tokens = createPageTokens(() => now);
  const backend = createBackend({
    store,
    now: () => now,
    signToken: tokens.sign,
    newId: () => crypto.randomUUID(),
    links: { web: 'https://vote.example/act?share={token}', referral: 'https://vote.example/r/{code}' },
    report: (error) => {
      throw error;
    },
    onChange: (change, campaignId) => campaignId === 'conformance' && changes.announce(change),
    ...options.backend,
  });
  const dispatch = spoil(backend.dispatch);
  const { subscribe } = changes;
  const client = (caller: Caller) =>
    connect({ dispatch, caller, subscribe, callerOf: tokens.callerOf, now: () => now });
  const campaignId = 'conformance';
  const messages = options.messages ?? store.messages?.bind(store);
  return {
    staff: client({ role: 'staff', campaignId, userId: 'staff-1', language: 'en' }),
    volunteer: (number) =>
      client({
        role: 'volunteer',
        campaignId,
        userId: `volunteer-${number}`,
        language: LANGUAGES[number - 1] ?? 'en',
      }),
    visitor: client({ role: 'visitor', campaignId, guestId: 'guest-of-the-suite', language: 'en' }),
    outsider: client({ role: 'staff', campaignId: 'outside', userId: 'outside-staff', language: 'en' }),
    ...(messages === undefined ? {} : { messages: () => messages(campaignId) }),
    newKey: () => `key-${String((keys += 1)).padStart(8, '0')}`,
    now: () => now,
    advanceTo: async (instant) => {
      now = new Date(instant);
      await backend.publishDue();
    },
    close: async () => {
      changes.close();
      await store.close();
    },
  };
}

function connectInPage({ caller, ...connection }: Connection): Client {
  const session = embeddedSignIn({ ...connection, caller: () => caller });
  return createClient(embeddedTransport(session.dispatch, session.caller, session));
}
