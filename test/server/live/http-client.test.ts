import { afterEach, describe, expect, it } from 'vitest';

import { createAction, type Change } from '@groundswell/elements/contract';
import { createHttpClient, type HttpClientOptions } from '@groundswell/elements/http-client';

import type { Listening } from '../../../server/src/http/listen.js';
import { newAction, ORG, openWorld, type WorldOptions } from '../http/http-world.js';

const running: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

async function start(options: WorldOptions = {}) {
  const world = await openWorld(options);
  const server: Listening = await world.start();
  running.push(() => server.close());
  const client = (clientOptions: Partial<HttpClientOptions>) =>
    createHttpClient({ baseUrl: `${server.url}/v1`, pollInterval: 30, ...clientOptions });
  const organizer = client({ getToken: () => Promise.resolve('staff-1') });
  const listen = (clientOptions: Partial<HttpClientOptions>) => {
    const heard: Change[] = [];
    running.push(client(clientOptions).subscribe((change) => heard.push(change)));
    return heard;
  };
  const create = async () => (await organizer.call(createAction, newAction, { key: crypto.randomUUID() })).id;
  const operations = () => world.lines().map(({ operation }) => operation);
  return { ...world, server, listen, create, operations };
}

describe('clients of a server', () => {
  it('hear what an organizer does, each what is theirs to know, without asking', async () => {
    const { listen, create, parts, operations } = await start();
    const staff = listen({ getToken: () => Promise.resolve('staff-2') });
    const guest = listen({ publishableKey: ORG, guestId: 'guest-1' });
    await expect.poll(() => parts.live.count()).toBe(2);
    const actionId = await create();
    await expect.poll(() => staff).toEqual([{ topic: 'actions', actionId }]);
    await expect.poll(() => guest).toEqual([{ topic: 'actions', actionId: null }]);
    expect(operations().filter((operation) => operation === 'changes.list')).toHaveLength(2);
  });

  it('ask again and again where all seats are taken', async () => {
    const { listen, create, operations } = await start({ live: { seats: 0 } });
    const guest = listen({ publishableKey: ORG });
    await expect
      .poll(() => operations().filter((operation) => operation === 'changes.list').length)
      .toBeGreaterThan(1);
    await create();
    await expect.poll(() => guest).toEqual([{ topic: 'actions', actionId: null }]);
    expect(operations()).toContain('changes.stream');
  });

  it('let go of their streams when nobody listens any more', async () => {
    const { listen, parts } = await start();
    listen({ publishableKey: ORG });
    await expect.poll(() => parts.live.count()).toBe(1);
    await running.pop()?.();
    await expect.poll(() => parts.live.count()).toBe(0);
  });
});
