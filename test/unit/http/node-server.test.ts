import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAction, deleteAction, getAction } from '../../../src/contract/actions.js';
import type { Client } from '../../../src/contract/client.js';
import { getFeedAction, listFeed } from '../../../src/contract/feed.js';
import { createHttpClient } from '../../../src/http-client.js';
import { createFetchHandler } from '../../../src/http/fetch-handler.js';
import { content, openBackend, staff, visitor } from '../backend/campaign.js';

const TOKEN = 'token-of-staff-1';

/** A request of Node as one of `fetch`, as any host writes it. */
function toRequest(incoming: IncomingMessage, body: Buffer): Request {
  const { method = 'GET', url = '/', headers } = incoming;
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(`http://localhost${url}`, {
    method,
    headers: entries,
    ...(hasBody && { body: new Uint8Array(body) }),
  });
}

describe('a client and a server of Node, over a real connection', () => {
  let server: Server;
  let guest: Client;
  let organizer: Client;

  beforeAll(async () => {
    const { dispatch } = await openBackend();
    const handle = createFetchHandler({
      dispatch,
      basePath: '/v1',
      authenticate: ({ headers }) => {
        const token = headers.get('authorization');
        if (token === null) return { ...visitor, guestId: headers.get('groundswell-guest') ?? 'nobody' };
        return token === `Bearer ${TOKEN}` ? staff : null;
      },
    });
    server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        void handle(toRequest(incoming, Buffer.concat(chunks))).then(async (response) => {
          outgoing.writeHead(response.status, Object.fromEntries(response.headers));
          outgoing.end(Buffer.from(await response.arrayBuffer()));
        });
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
    guest = createHttpClient({ baseUrl, guestId: 'guest-1' });
    organizer = createHttpClient({ baseUrl, getToken: () => Promise.resolve(TOKEN) });
  });

  afterAll(() => void server.close());

  it('creates, reads and deletes what an organizer writes, in any script', async () => {
    const title = 'Ünïcode 👩🏽‍🌾 \u202eabc "<b>"';
    const created = await organizer.call(
      createAction,
      { content: { ...content, title } },
      { key: crypto.randomUUID() },
    );
    expect((await organizer.call(getAction, { id: created.id })).content.title).toBe(title);
    const { id, version } = created;
    expect((await organizer.call(deleteAction, { id, version })).status).toBe('deleted');
    await expect(organizer.call(deleteAction, { id, version })).rejects.toMatchObject({
      name: 'ClientError',
    });
  });

  it('counts a repeated creation once', async () => {
    const key = crypto.randomUUID();
    const [first, second] = await Promise.all([
      organizer.call(createAction, { content }, { key }),
      organizer.call(createAction, { content }, { key }),
    ]);
    expect(second.id).toBe(first.id);
  });

  it('lists what a guest may see and refuses the rest in words', async () => {
    expect((await guest.call(listFeed, { search: 'ä&b=c' })).items).toEqual([]);
    await expect(guest.call(getFeedAction, { id: 'unknown' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(guest.call(getAction, { id: 'unknown' })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('says offline where nobody listens', async () => {
    const client = createHttpClient({ baseUrl: 'http://127.0.0.1:9', retry: false });
    await expect(client.call(listFeed, {})).rejects.toMatchObject({ code: 'offline' });
  });
});
