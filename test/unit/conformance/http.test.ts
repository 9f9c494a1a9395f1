import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createHandlers } from '../../../mocks/handlers.js';
import { conformanceCases, runCase, type ConformanceCase } from '../../../src/conformance.js';
import type { Caller } from '../../../src/contract/caller.js';
import type { Client } from '../../../src/contract/client.js';
import type { Dispatch } from '../../../src/contract/dispatch.js';
import { createHttpClient } from '../../../src/http-client.js';
import { createFetchHandler } from '../../../src/http/fetch-handler.js';
import { makeConformanceWorld } from '../../suites/conformance-world.js';

const HTTP = { pollInterval: 20, retry: false } as const;
const named = conformanceCases.map((testCase) => [`${testCase.group}: ${testCase.name}`, testCase] as const);

async function check(testCase: ConformanceCase, connect: (dispatch: Dispatch, caller: Caller) => Client) {
  const result = await runCase(testCase, () => makeConformanceWorld({ connect }));
  expect(result).toEqual({ group: testCase.group, name: testCase.name, state: 'passed' });
}

describe('a backend behind HTTP', () => {
  const connect = (dispatch: Dispatch, caller: Caller): Client => {
    const handle = createFetchHandler({ dispatch, authenticate: () => caller, maxBodyBytes: 1e6 });
    const baseUrl = 'https://backend.example';
    return createHttpClient({ ...HTTP, baseUrl, fetch: (url, init) => handle(new Request(url, init)) });
  };
  it.each(named)('%s', (_name, testCase) => check(testCase, connect));
});

describe('a backend behind a mocked network', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());
  let clients = 0;
  const connect = (dispatch: Dispatch, caller: Caller): Client => {
    const baseUrl = `https://backend-${(clients += 1)}.example/api`;
    server.use(...createHandlers({ dispatch, caller, baseUrl, maxBodyBytes: 1e6 }));
    return createHttpClient({ ...HTTP, baseUrl });
  };
  it.each(named)('%s', async (_name, testCase) => {
    await check(testCase, connect);
    server.resetHandlers();
  });
});
