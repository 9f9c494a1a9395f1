import { ProblemError, type Caller, type Dispatch } from '../src/contract/index.js';
import { delay, http, HttpResponse, type RequestHandler } from 'msw';

import { createFetchHandler } from '../src/http/fetch-handler.js';
import { toProblemResponse } from '../src/http/http-refusal.js';
import { scenarios, type Scenario } from './scenarios.js';

export interface HandlersOptions {
  /** The backend behind the mock: the real one, with what it is filled with. */
  readonly dispatch: Dispatch;
  /** Who calls; a function where it depends on the request, `null` for a token that is no longer valid. */
  readonly caller: Caller | ((request: Request) => Caller | null);
  /** What the network is like; a function where it changes while the page is open. */
  readonly scenario?: Scenario | (() => Scenario);
  /** The address that is answered for, without a slash at its end: an origin with a path, or one that begins with `*` for any origin. */
  readonly baseUrl?: string;
  /** The largest body that is read, in bytes; 64 KiB unless told. */
  readonly maxBodyBytes?: number;
}

/**
 * Answers every call of the contract with the real backend, through the real HTTP layer. There is one handler for all
 * paths, so that no shape can differ from what a server would answer.
 */
export function createHandlers(options: HandlersOptions): RequestHandler[] {
  const { dispatch, caller, scenario = scenarios.normal, baseUrl = '*/api', maxBodyBytes = 65_536 } = options;
  const handle = createFetchHandler({
    dispatch,
    authenticate: (request) => (typeof caller === 'function' ? caller(request) : caller),
    basePath: pathOf(baseUrl),
    maxBodyBytes,
  });
  const calls = { count: 0 };
  return [
    http.all(`${baseUrl}/*`, async ({ request }) => {
      const now = typeof scenario === 'function' ? scenario() : scenario;
      calls.count++;
      return (await interfere(now, calls.count)) ?? handle(request);
    }),
  ];
}

const pathOf = (baseUrl: string): string => /^(?:\*|https?:\/\/[^/]*)?(\/.*)?$/.exec(baseUrl)?.[1] ?? '';

/** What comes instead of the backend's answer, if anything does. */
async function interfere(scenario: Scenario, call: number): Promise<Response | undefined> {
  switch (scenario.kind) {
    case 'normal':
      return undefined;
    case 'slow':
      await delay(scenario.milliseconds);
      return undefined;
    case 'failing':
      return new HttpResponse('<h1>It is not you</h1>', {
        status: scenario.status,
        headers: { 'content-type': 'text/html' },
      });
    case 'refusing':
      return toProblemResponse(new ProblemError(scenario.code, scenario.details).toProblem());
    case 'offline':
      return HttpResponse.error();
    case 'never-answering':
      await delay('infinite');
      return undefined;
    case 'flaky':
      return call <= scenario.failures ? HttpResponse.error() : undefined;
  }
}
