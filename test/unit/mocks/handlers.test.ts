import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createHandlers, scenarios, type Scenario } from '@groundswell/elements/mocks';

import type { Caller } from '../../../src/contract/caller.js';
import { listFeed } from '../../../src/contract/feed.js';
import { createHttpClient, type HttpClientOptions } from '../../../src/http-client.js';
import { openBackend, visitor } from '../backend/campaign.js';

const baseUrl = 'https://page.example/api';
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** A client of a mocked network over a backend with one action. */
async function open(
  scenario?: Scenario | (() => Scenario),
  {
    caller = visitor,
    ...options
  }: Partial<HttpClientOptions> & { caller?: Caller | (() => Caller | null) } = {},
) {
  const { dispatch, publish } = await openBackend();
  await publish();
  server.use(...createHandlers({ dispatch, caller, ...(scenario !== undefined && { scenario }) }));
  return createHttpClient({ baseUrl, retry: false, ...options });
}

const feed = async (client: Awaited<ReturnType<typeof open>>) =>
  client.call(listFeed, {}).then(
    ({ total }) => total,
    (error: unknown) => (error as { code: string }).code,
  );

describe('a mocked network', () => {
  it('lets everything through to the real backend', async () => {
    expect(await feed(await open())).toBe(1);
  });

  it.each<[string, Scenario, string]>([
    ['a proxy that fails', scenarios.failing(), 'unavailable'],
    ['a server that breaks', scenarios.failing(500), 'internal'],
    ['a backend that refuses', scenarios.refusing('rate-limited', { retryAfter: 3 }), 'rate-limited'],
    ['no network', scenarios.offline, 'offline'],
  ])('can be %s', async (_, scenario, code) => {
    expect(await feed(await open(scenario))).toBe(code);
  });

  it('can be slow', async () => {
    const client = await open(scenarios.slow(60));
    const begin = performance.now();
    expect(await feed(client)).toBe(1);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(55);
  });

  it('can leave a question without an answer', async () => {
    expect(await feed(await open(scenarios.neverAnswering, { timeout: 50 }))).toBe('timed-out');
  });

  it('can fail a few times and then work, which a patient client does not notice', async () => {
    expect(await feed(await open(scenarios.flaky(2), { retry: { base: 1 } }))).toBe(1);
    expect(await feed(await open(scenarios.flaky(1)))).toBe('offline');
  });

  it('can change while the page is open', async () => {
    let now: Scenario = scenarios.offline;
    const client = await open(() => now);
    expect(await feed(client)).toBe('offline');
    now = scenarios.normal;
    expect(await feed(client)).toBe(1);
  });

  it('can forget who somebody is', async () => {
    expect(await feed(await open(undefined, { caller: () => null }))).toBe('unauthenticated');
  });
});
