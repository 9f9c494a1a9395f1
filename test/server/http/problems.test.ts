import { describe, expect, it } from 'vitest';

import { ProblemError } from '@groundswell/elements/contract';

import { asJson, asStaff, asVisitor, asVolunteer, newAction, openWorld } from './http-world.js';

const UUID = /^[0-9a-f-]{36}$/;

const readProblem = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as { status: number; code: string; type: string };
};

describe('whoever asks wrongly', () => {
  it.each<[string, string, RequestInit, number, string]>([
    ['for a path outside of everything', '/nowhere', {}, 404, 'not-found'],
    ['for a path that the contract does not have', '/v1/nowhere', { headers: asStaff }, 404, 'not-found'],
    [
      'with a method that is not there',
      '/v1/actions',
      { method: 'DELETE', headers: asStaff },
      405,
      'unsupported',
    ],
    [
      'the stream with a method that is not there',
      '/v1/changes/stream',
      { method: 'POST' },
      405,
      'unsupported',
    ],
    [
      'with a token that has run out',
      '/v1/feed',
      { headers: { authorization: 'Bearer expired' } },
      401,
      'unauthenticated',
    ],
    ['for what only organizers may see', '/v1/actions', { headers: asVisitor }, 401, 'unauthenticated'],
    [
      'with no type of body',
      '/v1/actions',
      { method: 'POST', headers: asStaff, body: '{}' },
      415,
      'invalid-input',
    ],
    ['with what is not JSON', '/v1/actions', asJson('{', asStaff), 400, 'invalid-input'],
    [
      'with a body beyond the limit',
      '/v1/perform/seen',
      asJson(`"${'a'.repeat(70_000)}"`, asVolunteer),
      413,
      'too-large',
    ],
    [
      'as an organizer, with a body beyond any limit',
      '/v1/actions',
      asJson(`"${'a'.repeat(1_100_000)}"`, asStaff),
      413,
      'too-large',
    ],
    [
      'with what nests too deeply',
      '/v1/actions',
      asJson('{"a":'.repeat(40) + '1' + '}'.repeat(40), asStaff),
      422,
      'invalid-input',
    ],
  ])('%s is told so as a problem', async (_, path, init, status, code) => {
    const { ask } = await openWorld();
    const response = await ask(path, init);
    expect(response.status).toBe(status);
    expect(await readProblem(response)).toMatchObject({ status, code });
    expect(response.headers.get('x-request-id')).toMatch(UUID);
  });

  it('learns nothing of a failure that nobody foresaw, and its number finds it in the log', async () => {
    const broken = await openWorld({
      parts: { authenticate: () => Promise.reject(new Error('canary-in-message')) },
    });
    const response = await broken.ask('/v1/feed');
    expect(response.status).toBe(500);
    expect(JSON.stringify(await readProblem(response))).not.toContain('canary');
    const requestId = response.headers.get('x-request-id');
    const failure = broken.lines().find(({ err }) => err !== undefined);
    expect(failure).toMatchObject({
      level: 'error',
      requestId,
      operation: 'feed.list',
      err: { name: 'Error' },
    });
    expect(broken.text()).not.toContain('canary');
  });

  it('learns nothing of a failure outside of the contract either', async () => {
    const route = { path: '/extra', name: 'extra', pages: 'any' as const };
    const world = await openWorld({
      parts: {
        routes: [
          { ...route, handle: () => Promise.reject(new Error('canary')) },
          { ...route, path: '/refused', handle: () => Promise.reject(new ProblemError('too-large')) },
        ],
      },
    });
    expect(await readProblem(await world.ask('/extra'))).toMatchObject({ code: 'internal' });
    expect(await readProblem(await world.ask('/refused/below'))).toMatchObject({ code: 'too-large' });
    expect(world.text()).not.toContain('canary');
  });
});

describe('whoever asks rightly', () => {
  it('is answered, and the id of a proxy before us is kept', async () => {
    const { ask } = await openWorld();
    const id = crypto.randomUUID();
    const response = await ask('/v1/actions', asJson(newAction, { ...asStaff, 'x-request-id': id }));
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toBe(id);
  });

  it('gets an id of ours instead of one that could say something', async () => {
    const { ask } = await openWorld();
    const response = await ask('/v1/feed', { headers: { 'x-request-id': 'jane.doe@example.org' } });
    expect(response.headers.get('x-request-id')).toMatch(UUID);
  });

  it('may ask for the headers alone', async () => {
    const { ask } = await openWorld();
    const response = await ask('/v1/feed', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect((await ask('/v1/changes/stream', { method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    ['/v1/feed', 'GET, HEAD, OPTIONS'],
    ['/v1/perform/seen', 'POST, OPTIONS'],
    ['/v1/openapi.json', 'GET, HEAD, OPTIONS'],
  ])('may ask what there is at %s', async (path, allow) => {
    const { ask } = await openWorld();
    const response = await ask(path, { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, allow]);
  });
});

describe('a call that takes too long', () => {
  it('is answered all the same: come back later', async () => {
    const world = await openWorld({
      settings: { deadline: 20 },
      spoil: () => () => new Promise(() => undefined),
    });
    const response = await world.ask('/v1/feed');
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is answered as too slow where its body never arrives', async () => {
    const world = await openWorld({ settings: { deadline: 20 } });
    const body = new ReadableStream({});
    const init = { ...asJson('', asStaff), body, duplex: 'half' };
    const response = await world.ask('/v1/actions', init);
    expect(await readProblem(response)).toMatchObject({ status: 408, code: 'unavailable' });
  });
});
