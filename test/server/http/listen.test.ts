import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Dispatch } from '@groundswell/elements/contract';

import type { Listening } from '../../../server/src/http/listen.js';
import { openWorld, type WorldOptions } from './http-world.js';

const running: Listening[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: WorldOptions = {}) {
  const world = await openWorld(options);
  const server = await world.start();
  running.push(server);
  return { ...world, server };
}

/** Says something over a connection of its own, and answers everything that comes back until it is closed. */
function say(url: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    sockets.push(socket);
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

/** The status of the answer to whether the server is well. */
function askHealth(url: string, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`${url}/healthz`, { agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });
}

/** A dispatcher that waits until it is let go on. */
function held() {
  let letGo: () => void = () => undefined;
  let begin: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (letGo = resolve));
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const spoil =
    (dispatch: Dispatch): Dispatch =>
    async (...call) => {
      begin();
      await waiting;
      return dispatch(...call);
    };
  return { spoil, letGo, begun };
}

describe('a server that ends', () => {
  it('finishes what it has accepted, and takes nothing new', async () => {
    const { spoil, letGo, begun } = held();
    const { server } = await start({ spoil });
    const answer = fetch(`${server.url}/v1/feed`);
    await begun;
    let isClosed = false;
    const closed = server.close().then(() => (isClosed = true));
    await expect(fetch(`${server.url}/v1/feed`)).rejects.toThrow();
    expect(isClosed).toBe(false);
    letGo();
    const response = await answer;
    expect(response.status).toBe(200);
    expect(response.headers.get('connection')).toBe('close');
    expect(await response.json()).toHaveProperty('items');
    await closed;
  });

  it('does not wait for ever', async () => {
    const { spoil, begun } = held();
    const { server } = await start({ spoil, times: { grace: 30 } });
    const answer = fetch(`${server.url}/v1/feed`).then(
      () => 'answered',
      () => 'cut off',
    );
    await begun;
    await server.close();
    expect(await answer).toBe('cut off');
  });

  it('lets go of connections that are only kept', async () => {
    const { server } = await start();
    await (await fetch(`${server.url}/v1/feed`)).text();
    await server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('lets go of connections that were opened and never used', async () => {
    const { server } = await start();
    const unused = say(server.url, '');
    await (await fetch(`${server.url}/v1/feed`)).text();
    await server.close();
    expect(await unused).toBe('');
  });

  it('may be told twice', async () => {
    const { server } = await start();
    await Promise.all([server.close(), server.close()]);
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

describe('somebody who speaks badly', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', '400'],
    ['a header without end', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
    ['no host', 'GET /v1/feed HTTP/1.0\r\n\r\n', '400'],
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', '400'],
    ['a length that lies', 'POST /v1/perform/seen HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n', '400'],
  ])('with %s is refused with a problem', async (_, text, status) => {
    const { server } = await start();
    const heard = await say(server.url, text);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard).toContain('application/problem+json');
  });

  const half = [
    'POST /v1/perform/seen HTTP/1.1',
    'host: a',
    'content-type: application/json',
    'idempotency-key: 12345678',
    'content-length: 20',
    '',
    '{',
  ].join('\r\n');

  // Each has the one limit that it meets, so that no two of them race.
  it.each<[string, string, WorldOptions]>([
    [
      'their headers never arrive',
      'GET /v1/feed HTTP/1.1\r\nhost: a\r\nx-slow: ',
      { times: { headers: 40, request: 10_000, check: 10 } },
    ],
    ['a call waits for their body in vain', half, { settings: { deadline: 50 } }],
    ['the server waits for their body in vain', half, { times: { headers: 40, request: 60, check: 10 } }],
  ])('so slowly that %s is hung up on, and holds up nobody', async (_, text, limits) => {
    const { server } = await start(limits);
    // Over a connection that is kept: on a busy machine the headers of a new one may be late themselves.
    const kept = new Agent({ keepAlive: true, maxSockets: 1 });
    await vi.waitFor(async () => expect(await askHealth(server.url, kept)).toBe(200), { interval: 10 });
    const slow = say(server.url, text);
    expect(await askHealth(server.url, kept)).toBe(200);
    kept.destroy();
    const heard = await slow;
    expect(heard).toMatch(/^HTTP\/1.1 408 /);
    // What was sent is not wrong: it can be sent again.
    expect(heard).toContain('"code":"unavailable"');
    expect(heard).toMatch(/^retry-after: \d+\r$/im);
  });
});

describe('the log', () => {
  it('has one line per request, with what it needs and no more', async () => {
    const { server, lines } = await start();
    const response = await fetch(`${server.url}/v1/feed`, {
      headers: { authorization: 'Bearer volunteer-1' },
    });
    const body = await response.text();
    await server.close();
    const [line, ...rest] = lines();
    expect(rest).toEqual([]);
    expect(Object.keys(line!).toSorted()).toEqual(
      [
        'bytes',
        'level',
        'method',
        'ms',
        'msg',
        'operation',
        'orgId',
        'requestId',
        'role',
        'status',
        'time',
      ].toSorted(),
    );
    expect(line).toMatchObject({
      level: 'info',
      method: 'GET',
      operation: 'feed.list',
      status: 200,
      orgId: 'conformance',
      role: 'volunteer',
      requestId: response.headers.get('x-request-id'),
    });
    expect(line!['bytes']).toBeGreaterThan(body.length);
  });

  it('has one, too, for whoever did not wait for an answer', async () => {
    const { app, lines } = await openWorld();
    // What the connection says once it is gone: it will never be closed again.
    const outgoing = { closed: true, once: () => undefined };
    await app.request('/v1/feed', {}, { outgoing });
    expect(lines()).toEqual([
      expect.objectContaining({ operation: 'feed.list', status: 499, level: 'info' }),
    ]);
  });
});
