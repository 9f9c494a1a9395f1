import { campaignData, type CampaignData, type CampaignDataInput } from './backend/campaign-data-schema.js';
import { createBackend } from './backend/create-backend.js';
import { startDueTimer } from './backend/due-timer.js';
import type { OutgoingMessage } from './backend/ports.js';
import { seedStore } from './backend/seed-store.js';
import { createIndexedDbStore } from './backend/stores/indexed-db.js';
import { createMemoryStore } from './backend/stores/memory.js';
import type { PageStore } from './backend/stores/store-over-engine.js';
import type { LinkTemplates } from './backend/work.js';
import { createClient } from './client/create-client.js';
import { embeddedSignIn } from './client/embedded-sign-in.js';
import { embeddedTransport } from './client/embedded-transport.js';
import { createPageTokens } from './client/page-tokens.js';
import { shareChanges } from './client/share-changes.js';
import type { Caller } from './contract/caller.js';
import type { Client } from './contract/client.js';
import type { Dispatch } from './contract/dispatch.js';
import { ProblemError } from './contract/problem-error.js';
import { isStaff } from './domain/people/people-schema.js';
import type { Id, Timestamp } from './domain/values/id-schema.js';
import type { Language } from './domain/values/language-schema.js';

export type { CampaignData, CampaignDataInput, LinkTemplates, OutgoingMessage };
export { campaignData };

/** Who uses the page: somebody of the campaign, or a visitor. The language is the one that the page is in. */
export type EmbeddedCaller =
  | { readonly userId: Id; readonly language?: Language }
  | { readonly userId?: undefined; readonly guestId?: Id; readonly language?: Language };

export interface EmbeddedBackendOptions {
  /** The campaign to begin with; later visits keep what people have done, until its `revision` changes. */
  readonly campaign: CampaignDataInput;
  /** Where it is kept: until the page is closed (the default), or in the browser, shared by all tabs. */
  readonly storage?: 'memory' | 'indexed-db';
  /** The name of the IndexedDB database, `groundswell` unless told. */
  readonly databaseName?: string;
  readonly links: LinkTemplates;
  readonly now?: () => Date;
  /** Told of failures that nobody foresaw. */
  readonly report?: (error: unknown) => void;
}

/** A backend in the page, for any number of people. */
export interface EmbeddedBackend {
  readonly dispatch: Dispatch;
  /** Resolves when the campaign is there; rejects where the browser has no storage for it. Calls wait for it anyway. */
  ready(): Promise<void>;
  /** Whoever signs in through a client is that person from then on, as long as it lasts. */
  clientFor(person: EmbeddedCaller | (() => EmbeddedCaller)): Client;
  /** What would have been mailed, such as codes to sign in with: the newest hundred messages, the latest at the end. */
  messages(): Promise<readonly OutgoingMessage[]>;
  /** Publishes what is due now, without waiting for the timer; answers when the next thing is due. */
  publishDue(): Promise<Timestamp | null>;
  /** Stops timers, channels and connections. */
  close(): Promise<void>;
}

export interface EmbeddedClientOptions extends EmbeddedBackendOptions {
  readonly caller: EmbeddedCaller | (() => EmbeddedCaller);
}

export type EmbeddedClient = Client & Pick<EmbeddedBackend, 'ready' | 'messages' | 'close'>;

/**
 * The whole thing without a server: rules, storage and schedule in the page, for one person.
 *
 * @throws A `ZodError` that names each wrong field where the campaign is not a valid one.
 */
export function createEmbeddedClient({ caller, ...options }: EmbeddedClientOptions): EmbeddedClient {
  const backend = createEmbeddedBackend(options);
  return {
    ...backend.clientFor(caller),
    ready: () => backend.ready(),
    messages: () => backend.messages(),
    close: () => backend.close(),
  };
}

/** The same for several people at once, who see what the others do. */
export function createEmbeddedBackend(options: EmbeddedBackendOptions): EmbeddedBackend {
  const { links, now = () => new Date(), report = () => undefined } = options;
  const data = campaignData.parse(options.campaign);
  const store = openStore(options);
  const changes = shareChanges(options.storage === 'indexed-db' ? `groundswell:${nameOf(options)}` : null);
  const tokens = createPageTokens(now);
  const backend = createBackend({
    ...{ store, now, newId, links, report },
    onChange: changes.announce,
    signToken: tokens.sign,
  });
  let opening: Promise<void> | undefined;
  const ready = (): Promise<void> => (opening ??= fill(store, data, () => (opening = undefined)));
  const dispatch: Dispatch = async (...call) => {
    await ready();
    return backend.dispatch(...call);
  };
  const timer = startDueTimer(() => ready().then(() => backend.publishDue()), now);
  changes.subscribe(({ topic }) => topic === 'actions' && timer.wake());
  const stopWatching = onReturn(timer.wake);
  return {
    dispatch,
    ready,
    clientFor: (person) => {
      const caller = () => toCaller(data, typeof person === 'function' ? person() : person);
      const { subscribe } = changes;
      const session = embeddedSignIn({ dispatch, subscribe, caller, callerOf: tokens.callerOf });
      return createClient(embeddedTransport(session.dispatch, session.caller, session));
    },
    messages: () => ready().then(() => store.messages(data.campaign.id)),
    publishDue: () => ready().then(() => backend.publishDue()),
    close: async () => {
      stopWatching();
      timer.stop();
      changes.close();
      await store.close();
    },
  };
}

const nameOf = ({ databaseName = 'groundswell' }: EmbeddedBackendOptions): string => databaseName;

const openStore = (options: EmbeddedBackendOptions): PageStore =>
  options.storage === 'indexed-db' ? createIndexedDbStore({ name: nameOf(options) }) : createMemoryStore();

/** Fills the store; a failure is for this time only, the next call tries again. */
async function fill(store: PageStore, data: CampaignData, failed: () => void): Promise<void> {
  try {
    await seedStore(store, data);
  } catch (error) {
    failed();
    throw error;
  }
}

function toCaller({ campaign, users }: CampaignData, person: EmbeddedCaller): Caller {
  const campaignId = campaign.id;
  const spoken = campaign.languages[0] ?? 'en';
  if (person.userId === undefined) {
    const { guestId, language = spoken } = person;
    return { role: 'visitor', campaignId, language, ...(guestId === undefined ? {} : { guestId }) };
  }
  const user = users.find(({ id }) => id === person.userId);
  if (user === undefined) throw new ProblemError('unauthenticated');
  const role = isStaff(user.role) ? 'staff' : 'volunteer';
  return { role, campaignId, userId: user.id, language: person.language ?? user.language };
}

/** 128 random bits in 22 characters: also on pages that are not served securely, where `randomUUID` is missing. */
function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Browsers hold timers back in tabs that nobody looks at. */
function onReturn(look: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}
