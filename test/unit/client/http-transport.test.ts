import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createClient } from '../../../src/client/create-client.js';
import { httpTransport, type HttpTransportOptions } from '../../../src/client/http-transport.js';
import type { Fetch } from '../../../src/client/with-session.js';
import { ProblemError } from '../../../src/contract/problem-error.js';
import { recordSeen } from '../../../src/contract/perform.js';
import { getSession } from '../../../src/contract/session.js';

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const answers = (response: () => Response): Fetch => vi.fn<Fetch>(() => Promise.resolve(response()));
const SEEN = { actionIds: ['a'] };

const open = (fetch: Fetch, options: Partial<HttpTransportOptions> = {}) =>
  createClient(httpTransport({ baseUrl: 'https://b.example/v1', fetch, retry: false, ...options }));

function cutOff(text: string): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body);
}

const page = (status: number) =>
  new Response('<!doctype html><h1>Bad gateway</h1>', { status, headers: { 'content-type': 'text/html' } });

describe('a network that fails', () => {
  it.each<[string, Fetch, string, boolean]>([
    ['a connection refused', () => Promise.reject(new TypeError('fetch failed')), 'offline', true],
    ['a connection reset in the middle', answers(() => cutOff('{"recorded":')), 'offline', true],
    [
      'status 500 with a problem',
      answers(() => json(new ProblemError('internal').toProblem(), { status: 500 })),
      'internal',
      true,
    ],
    ['status 500 without', answers(() => json({}, { status: 500 })), 'internal', true],
    ['502 with a page', answers(() => page(502)), 'unavailable', true],
    ['503', answers(() => page(503)), 'unavailable', true],
    ['504', answers(() => page(504)), 'unavailable', true],
    ['429', answers(() => page(429)), 'rate-limited', true],
    ['408', answers(() => page(408)), 'timed-out', true],
    ['the sign-in page of a network', answers(() => page(200)), 'unavailable', true],
    ['an answer cut off', answers(() => new Response('{"recorded":')), 'unavailable', true],
    ['an empty answer', answers(() => new Response(null, { status: 204 })), 'unavailable', true],
    ['an answer of another kind', answers(() => json({ recorded: 'one' })), 'broken-contract', false],
    ['a redirect to nowhere', answers(() => new Response(null, { status: 304 })), 'broken-contract', false],
    ['401', answers(() => page(401)), 'unauthenticated', false],
    ['403', answers(() => page(403)), 'forbidden', false],
    ['404', answers(() => page(404)), 'not-found', false],
    [
      'a conflict',
      answers(() =>
        json(new ProblemError('transition-refused', { reason: 'closed' }).toProblem(), { status: 409 }),
      ),
      'transition-refused',
      false,
    ],
  ])('%s is told as what it is', async (_, fetch, code, isTransient) => {
    await expect(open(fetch).call(recordSeen, SEEN)).rejects.toMatchObject({
      name: 'ClientError',
      code,
      isTransient,
    });
  });

  it('passes on how long to wait', async () => {
    const fetch = answers(() => new Response('', { status: 429, headers: { 'retry-after': '12' } }));
    await expect(open(fetch).call(recordSeen, SEEN)).rejects.toMatchObject({ details: { retryAfter: 12 } });
  });
});

describe('a backend that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<[string, Fetch]>([
    [
      'and hears when nobody waits any more',
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    ],
    ['and hears nothing', () => new Promise(() => undefined)],
    ['to the end', () => Promise.resolve(new Response(new ReadableStream({})))],
  ])('%s is given up after the time allowed', async (_, fetch) => {
    const outcome = open(fetch, { timeout: 4000 })
      .call(recordSeen, SEEN)
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(3999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ name: 'ClientError', code: 'timed-out' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('can be left at any time, which leaves no timer behind', async () => {
    const stop = new AbortController();
    const outcome = open(() => new Promise(() => undefined))
      .call(recordSeen, SEEN, { signal: stop.signal })
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort('gone');
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what is sent', () => {
  it('goes to the address under the base, without cookies', async () => {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(json({ recorded: 1 })));
    await open(fetch, { baseUrl: 'https://b.example/v1///', language: 'es-MX', guestId: 'guest-1' }).call(
      recordSeen,
      SEEN,
    );
    const [url, init] = fetch.mock.calls[0]!;
    expect(url).toBe('https://b.example/v1/perform/seen');
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', body: '{"actionIds":["a"]}' });
    expect(Object.fromEntries(init.headers as Headers)).toEqual({
      accept: 'application/json',
      'accept-language': 'es-MX',
      'content-type': 'application/json',
      'groundswell-guest': 'guest-1',
    });
  });

  it.each(['ftp://b.example', 'javascript:alert(1)', 'b.example', '', './api', '//b.example/api', '/api'])(
    'does not go to %j, which is no address that we know',
    (baseUrl) => {
      expect(() => httpTransport({ baseUrl })).toThrow(TypeError);
    },
  );

  it('may go to a path of the page’s own origin', async () => {
    vi.stubGlobal('location', { origin: 'https://page.example' });
    const fetch = vi.fn<Fetch>(() => Promise.resolve(json({})));
    await open(fetch, { baseUrl: '/api' })
      .call(getSession, {})
      .catch(() => undefined);
    expect(fetch.mock.calls[0]![0]).toBe('https://page.example/api/session');
    for (const elsewhere of ['//b.example', '/\\b.example', '/\t/b.example'])
      expect(() => httpTransport({ baseUrl: elsewhere })).toThrow(TypeError);
    vi.unstubAllGlobals();
  });
});
