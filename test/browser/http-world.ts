import { getFeedAction, type Client } from '@groundswell/elements/contract';
import { createEmbeddedBackend } from '@groundswell/elements/embedded';
import { createFetchHandler } from '@groundswell/elements/http';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '@groundswell/elements/http-client';
import { RIVERBEND_PEOPLE, riverbend } from '@groundswell/elements/mocks';

/** What lies between page and server: it may ask the server, and it may not. */
export type Network = (request: Request, ask: () => Promise<Response>) => Promise<Response>;

const noConnection = () => new TypeError('Failed to fetch');

export const networks = {
  up: (_, ask) => ask(),
  down: () => Promise.reject(noConnection()),
  /** The server has done what it was asked to do, and nobody hears of it. */
  answerLost: async (_, ask) => {
    await ask();
    throw noConnection();
  },
  /** The answer begins to arrive, and ends in the middle. */
  answerCut: async (_, ask) => {
    const answer = await ask();
    const text = await answer.text();
    return new Response(text.slice(0, text.length / 2), answer);
  },
} as const satisfies Record<string, Network>;

/** A request as it reached the server. */
export interface Arrival {
  readonly path: string;
  readonly key: string | null;
  /** As whom it was sent. */
  readonly person: string | null;
}

/** A server with the invented campaign, a network before it, and the pages of as many people as there shall be. */
export class HttpWorld {
  network: Network = networks.up;
  readonly arrivals: Arrival[] = [];
  /** Whether the server takes no token any more. */
  isExpired = false;
  readonly organizer: Client;
  readonly #backend;
  readonly #handle: (request: Request) => Promise<Response>;
  readonly #opened: HttpClient[] = [];

  constructor() {
    const campaign = riverbend({ now: new Date(), eventCount: 0 });
    this.#backend = createEmbeddedBackend({
      campaign: { ...campaign, events: [] },
      links: { web: 'https://riverbend.example.org/act?share={token}' },
    });
    this.organizer = this.#backend.clientFor({ userId: RIVERBEND_PEOPLE.organizer });
    this.#handle = createFetchHandler({
      dispatch: this.#backend.dispatch,
      basePath: '/api',
      authenticate: ({ headers }) => {
        const token = personOf(headers) ?? '';
        if (this.isExpired) return null;
        const userId = token.replace(/ .*/, '');
        return { role: 'volunteer', campaignId: 'riverbend', userId, language: 'en' };
      },
    });
  }

  /** A page that somebody opens. */
  open(person: string, options: Partial<HttpClientOptions> = {}): HttpClient {
    const client = createHttpClient({
      baseUrl: '/api',
      fetch: this.fetch,
      getToken: () => Promise.resolve(person),
      owner: person,
      retry: false,
      pollInterval: 3_600_000,
      ...options,
    });
    this.#opened.push(client);
    return client;
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    return this.network(request, () => {
      const { headers } = request;
      const path = new URL(url).pathname.replace('/api', '');
      this.arrivals.push({ path, key: headers.get('idempotency-key'), person: personOf(headers) });
      return this.#handle(request);
    });
  };

  /** The keys of what was sent to be counted, in the order in which it arrived. */
  sent(): readonly (string | null)[] {
    return this.arrivals.filter(({ path }) => /^\/perform\/[\w-]+$/.test(path)).map(({ key }) => key);
  }

  /** How often somebody has done an action, as the server counts. */
  async counted(person: string, actionId: string): Promise<number> {
    const { engagement } = await this.#backend
      .clientFor({ userId: person })
      .call(getFeedAction, { id: actionId });
    return engagement.performs;
  }

  /** Closes every page. */
  async close(): Promise<void> {
    for (const { outbox } of this.#opened.splice(0)) (await outbox)?.close();
    await this.#backend.close();
  }
}

const personOf = (headers: Headers): string | null =>
  headers.get('authorization')?.replace(/^Bearer /, '') ?? null;

/** Tells the page that the network is back, as a browser does. */
export const comeBack = (): boolean => dispatchEvent(new Event('online'));
