import { describe, expect, it, vi } from 'vitest';

import { withSession, type Fetch, type SessionOptions } from '../../../src/client/with-session.js';

/** A backend that takes some tokens only, and writes down what it was shown. */
function backend(valid: readonly string[]) {
  const shown: (string | null)[] = [];
  const guests: (string | null)[] = [];
  const fetch: Fetch = (_, { headers }) => {
    const sent = headers as Headers;
    const token = sent.get('authorization');
    shown.push(token);
    guests.push(sent.get('groundswell-guest'));
    const isTaken = token === null || valid.includes(token.replace('Bearer ', ''));
    return Promise.resolve(new Response('', { status: isTaken ? 200 : 401 }));
  };
  return { fetch, shown, guests };
}

const tokens = (...given: (string | undefined)[]) => {
  let next = 0;
  return vi.fn<NonNullable<SessionOptions['getToken']>>(() => Promise.resolve(given[next++]));
};

describe('a session', () => {
  it('asks the host for a token once and uses it for every call', async () => {
    const { fetch, shown } = backend(['t1']);
    const getToken = tokens('t1', 't2');
    const ask = withSession(fetch, { getToken });
    await Promise.all([ask('/a', {}), ask('/b', {})]);
    await ask('/c', {});
    expect(shown).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t1']);
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('asks for a new one once when the backend no longer takes the old one', async () => {
    const { fetch, shown } = backend(['t2']);
    const getToken = tokens('t1', 't2');
    const ask = withSession(fetch, { getToken });
    const responses = await Promise.all([ask('/a', {}), ask('/b', {}), ask('/c', {})]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(shown.filter((token) => token === 'Bearer t2')).toHaveLength(3);
  });

  it.each<[string, (string | undefined)[]]>([
    ['another that is not taken either', ['t1', 't2', 't3']],
    ['the same', ['t1', 't1', 't1']],
    ['none', ['t1', undefined, undefined]],
  ])('says unauthenticated where the host then gives %s', async (_, given) => {
    const { fetch, shown } = backend([]);
    const response = await withSession(fetch, { getToken: tokens(...given) })('/a', {});
    expect(response.status).toBe(401);
    expect(shown.length).toBeLessThanOrEqual(2);
  });

  it('notices when somebody signs in later', async () => {
    const { fetch, shown } = backend(['t1']);
    const ask = withSession(fetch, { getToken: tokens(undefined, 't1') });
    await ask('/a', {});
    await ask('/b', {});
    expect(shown).toEqual([null, 'Bearer t1']);
  });

  it('names the guest only as long as nobody has signed in', async () => {
    const { fetch, guests } = backend(['t1']);
    const ask = withSession(fetch, { guestId: 'guest-1', getToken: tokens(undefined, 't1') });
    await ask('/a', {});
    await ask('/b', {});
    expect(guests).toEqual(['guest-1', null]);
  });

  it.each<[Error, string]>([
    [new TypeError('fetch failed'), 'offline'],
    [new Error('the session is over'), 'unauthenticated'],
  ])('tells a host that fails with %s as %s, and asks again next time', async (failure, code) => {
    const { fetch, shown } = backend(['t1']);
    const getToken = tokens('t1').mockRejectedValueOnce(failure);
    const ask = withSession(fetch, { getToken });
    await expect(ask('/a', {})).rejects.toMatchObject({ code });
    await ask('/b', {});
    expect(shown).toEqual(['Bearer t1']);
  });
});
