import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Change } from '../../../src/contract/changes.js';
import { listFeed } from '../../../src/contract/feed.js';
import { endSession, exchangeCode } from '../../../src/contract/sign-in.js';
import { createSignInClient } from '../../../src/sign-in-client.js';

const NOON = Date.parse('2026-09-01T12:00:00.000Z');
const MINUTE = 60_000;
const CODE = { email: 'ada@example.org', code: '123456' };

interface Asked {
  readonly path: string;
  readonly token: string | null;
  readonly guest: string | null;
}

/** A backend whose tokens last fifteen minutes and are numbered, and what it was asked. */
function openBackend() {
  const asked: Asked[] = [];
  const state = { refuses: false, tokens: 0 };
  const session = () => ({
    token: `token-${(state.tokens += 1)}`,
    expiresAt: new Date(Date.now() + 15 * MINUTE).toISOString(),
  });
  const answer = (path: string): unknown => {
    if (path === '/sign-in/sessions') return { ...session(), userId: 'ada' };
    if (path === '/session/renewal') return session();
    return path.startsWith('/feed') ? { items: [], nextCursor: null, total: 0 } : {};
  };
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    const path = new URL(url).pathname;
    const headers = new Headers(init.headers);
    asked.push({ path, token: headers.get('authorization'), guest: headers.get('groundswell-guest') });
    const isRefused = state.refuses && headers.has('authorization');
    return Promise.resolve(
      isRefused ? new Response('{}', { status: 401 }) : new Response(JSON.stringify(answer(path))),
    );
  };
  const client = createSignInClient({
    ...{ fetch, retry: false, guestId: 'guest-1' },
    baseUrl: 'https://b.example',
  });
  const changes: Change[] = [];
  const paths = (path: string) => asked.filter((call) => call.path === path);
  return { client, state, asked, changes, paths };
}

const feed = ({ client }: ReturnType<typeof openBackend>) => client.call(listFeed, {});

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a client through which somebody signs in', () => {
  it('is a visitor’s first, and theirs from then on', async () => {
    const backend = openBackend();
    await feed(backend);
    await backend.client.call(exchangeCode, CODE);
    await feed(backend);
    expect(backend.paths('/feed').map(({ token, guest }) => [token, guest])).toEqual([
      [null, 'guest-1'],
      ['Bearer token-1', null],
    ]);
    expect(await backend.client.getToken()).toBe('token-1');
  });

  it('tells whoever listens that everything may look different', async () => {
    const { client, changes } = openBackend();
    const stop = client.subscribe((change) => changes.push(change));
    await client.call(exchangeCode, CODE);
    await client.call(endSession, {});
    stop();
    await client.call(exchangeCode, CODE);
    expect(changes).toEqual(Array(2).fill({ topic: 'actions', actionId: null }));
  });

  it('is a visitor’s again after they sign out', async () => {
    const backend = openBackend();
    await backend.client.call(exchangeCode, CODE);
    await backend.client.call(endSession, {});
    await feed(backend);
    expect(backend.asked.at(-1)).toEqual({ path: '/feed', token: null, guest: 'guest-1' });
    expect(await backend.client.getToken()).toBeUndefined();
  });

  it('renews its token five minutes before the end, also while nobody calls', async () => {
    const backend = openBackend();
    await backend.client.call(exchangeCode, CODE);
    await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
    expect(backend.paths('/session/renewal')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(backend.paths('/session/renewal').map(({ token }) => token)).toEqual(['Bearer token-1']);
    expect(await backend.client.getToken()).toBe('token-2');
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(await backend.client.getToken()).toBe('token-3');
  });

  it('renews once for calls that come together, as after a sleep', async () => {
    const backend = openBackend();
    await backend.client.call(exchangeCode, CODE);
    vi.setSystemTime(NOON + 12 * MINUTE);
    await Promise.all([feed(backend), feed(backend), feed(backend)]);
    expect(backend.paths('/session/renewal')).toHaveLength(1);
    expect(backend.paths('/feed').map(({ token }) => token)).toEqual(Array(3).fill('Bearer token-2'));
  });

  it('is a visitor’s again once a sleep was longer than the token', async () => {
    const backend = openBackend();
    await backend.client.call(exchangeCode, CODE);
    vi.setSystemTime(NOON + 16 * MINUTE);
    await feed(backend);
    expect(backend.asked.at(-1)?.token).toBeNull();
  });

  it('does nothing as somebody else where the backend no longer takes the token', async () => {
    const backend = openBackend();
    await backend.client.call(exchangeCode, CODE);
    backend.state.refuses = true;
    await expect(feed(backend)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(backend.asked.map(({ path }) => path)).toEqual(['/sign-in/sessions', '/feed']);
    await feed(backend);
    expect(backend.asked.at(-1)).toEqual({ path: '/feed', token: null, guest: 'guest-1' });
  });

  it('sends their files too', async () => {
    const { client, paths } = openBackend();
    await client.call(exchangeCode, CODE);
    await expect(client.upload!(new Blob(['x']), { purpose: 'hero' })).rejects.toMatchObject({
      code: 'broken-contract',
    });
    expect(paths('/media').map(({ token }) => token)).toEqual(['Bearer token-1']);
  });
});
