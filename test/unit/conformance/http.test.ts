import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createHandlers } from '../../../mocks/handlers.js';
import { conformanceCases, runCase, type ConformanceCase } from '../../../src/conformance.js';
import type { Caller } from '../../../src/contract/caller.js';
import type { Client } from '../../../src/contract/client.js';
import { createFetchHandler } from '../../../src/http/fetch-handler.js';
import { createSignInClient } from '../../../src/sign-in-client.js';
import { makeConformanceWorld, type Connection } from '../../suites/conformance-world.js';

const HTTP = { pollInterval: 20, retry: false } as const;
const named = conformanceCases.map((testCase) => [`${testCase.group}: ${testCase.name}`, testCase] as const);

async function check(testCase: ConformanceCase, connect: (connection: Connection) => Client) {
  const result = await runCase(testCase, () => makeConformanceWorld({ connect }));
  expect(result).toEqual({ group: testCase.group, name: testCase.name, state: 'passed' });
}

/** Whom a request comes from: whoever has signed in, else whom the client was made for. */
function askedBy({ caller, callerOf }: Connection, request: Request): Caller | null {
  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  return token === undefined ? caller : (callerOf(token) ?? null);
}

describe('a backend behind HTTP', () => {
  const connect = (connection: Connection): Client => {
    const { dispatch, now } = connection;
    const authenticate = (request: Request) => askedBy(connection, request);
    const handle = createFetchHandler({ dispatch, authenticate, maxBodyBytes: 1e6 });
    const baseUrl = 'https://backend.example';
    return createSignInClient({
      ...HTTP,
      baseUrl,
      now,
      fetch: (url, init) => handle(new Request(url, init)),
    });
  };
  it.each(named)('%s', (_name, testCase) => check(testCase, connect));
});

describe('a backend behind a mocked network', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());
  let clients = 0;
  const connect = (connection: Connection): Client => {
    const { dispatch, now } = connection;
    const baseUrl = `https://backend-${(clients += 1)}.example/api`;
    const caller = (request: Request) => askedBy(connection, request);
    server.use(...createHandlers({ dispatch, caller, baseUrl, maxBodyBytes: 1e6 }));
    return createSignInClient({ ...HTTP, baseUrl, now });
  };
  it.each(named)('%s', async (_name, testCase) => {
    await check(testCase, connect);
    server.resetHandlers();
  });
});
