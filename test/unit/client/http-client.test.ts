import 'fake-indexeddb/auto';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { lazyOutbox } from '../../../src/client/outbox/lazy-outbox.js';
import type { Outbox } from '../../../src/client/outbox/outbox.js';
import type { Fetch } from '../../../src/client/with-session.js';
import { createClient } from '../../../src/client/create-client.js';
import { recordPerform } from '../../../src/contract/perform.js';
import { createHttpClient, type HttpClient } from '../../../src/http-client.js';
import { keyOf, performOf, RecordingBackend } from './outbox/recording-backend.js';

const ENGAGEMENT = { seenAt: null, startedAt: null, completedAt: null, performs: 1 };
const KEY = { key: keyOf(1) };
const baseUrl = 'https://b.example';
const opened: HttpClient[] = [];

afterEach(async () => {
  for (const { outbox } of opened.splice(0)) (await outbox)?.close();
});

/** A network that can be switched off, and a backend behind it. */
function openNetwork() {
  const backend = new RecordingBackend();
  const network = { isUp: true };
  const fetch: Fetch = async (_, init) => {
    if (!network.isUp) throw new TypeError('fetch failed');
    const key = (init.headers as Headers).get('idempotency-key') ?? undefined;
    return new Response(JSON.stringify(await backend.send(init.body, key)));
  };
  return { backend, network, fetch };
}

describe('a client over HTTP with an outbox', () => {
  it('keeps what was done without the network, and sends it when asked again', async () => {
    const { backend, network, fetch } = openNetwork();
    const client = createHttpClient({ baseUrl, fetch, retry: false, outbox: true, guestId: 'guest-1' });
    opened.push(client);
    network.isUp = false;
    expect(await client.submit(recordPerform, performOf(1), KEY)).toEqual({ state: 'queued' });
    const outbox = await client.outbox;
    expect(await outbox?.list()).toMatchObject([{ owner: 'guest:guest-1', backend: baseUrl }]);
    network.isUp = true;
    await outbox?.retry();
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('fails like any other call without one', async () => {
    const { network, fetch } = openNetwork();
    network.isUp = false;
    const client = createHttpClient({ baseUrl, fetch, retry: false });
    expect(client.outbox).toBeUndefined();
    const submission = client.submit(recordPerform, performOf(1), KEY);
    await expect(submission).rejects.toMatchObject({ code: 'offline' });
  });

  it('takes one of the host’s own', async () => {
    const submit = vi.fn<Outbox['submit']>(() => Promise.resolve({ state: 'queued' }));
    const client = createHttpClient({ baseUrl, outbox: { submit } as unknown as Outbox });
    expect(await client.submit(recordPerform, performOf(1), KEY)).toEqual({ state: 'queued' });
    expect(submit).toHaveBeenCalledWith(recordPerform, performOf(1), expect.objectContaining(KEY));
  });

  it('must know whose writes it keeps where people sign in', () => {
    const getToken = () => Promise.resolve('token');
    expect(() => createHttpClient({ baseUrl, getToken, outbox: true })).toThrow(TypeError);
  });

  it('sends at once where the outbox does not arrive', async () => {
    const client = createClient({ send: () => Promise.resolve(ENGAGEMENT) });
    const outbox = lazyOutbox(Promise.reject(new TypeError('404')), client);
    expect(await outbox.submit(recordPerform, performOf(1), KEY)).toEqual({
      state: 'done',
      output: ENGAGEMENT,
    });
  });
});
