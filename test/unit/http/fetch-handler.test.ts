import { describe, expect, it } from 'vitest';

import type { Caller } from '../../../src/contract/caller.js';
import { problem, type Problem } from '../../../src/contract/problem.js';
import { PROBLEM_CODES } from '../../../src/contract/problem-code.js';
import { ProblemError } from '../../../src/contract/problem-error.js';
import { createFetchHandler } from '../../../src/http/fetch-handler.js';
import { recordingDispatch, STAFF, VISITOR, VOLUNTEER, type DispatchedCall } from './recording-dispatch.js';

const JSON_TYPE = { 'content-type': 'application/json' };

function open(caller: Caller | null = STAFF, answer?: (call: DispatchedCall) => unknown) {
  const { dispatch, calls } = recordingDispatch(answer);
  const handle = createFetchHandler({ dispatch, authenticate: () => caller, basePath: '/api' });
  const ask = (path: string, init?: RequestInit) => handle(new Request(`https://b.example${path}`, init));
  return { ask, calls };
}

const readProblem = async (response: Response): Promise<Problem> => problem.parse(await response.json());

describe('the HTTP door of a backend', () => {
  it('answers JSON that nobody keeps or takes for something else', async () => {
    const response = await open(VISITOR, () => ({ hello: 1 })).ask('/api/session');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    });
    expect(await response.json()).toEqual({ hello: 1 });
  });

  it('takes what an action is about from the path, whatever the body says', async () => {
    const { ask, calls } = open();
    await ask('/api/perform/right/start', {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"actionId":"wrong"}',
    });
    expect(calls[0]?.input).toEqual({ actionId: 'right' });
  });

  it('prefers a path with a name to one with an id', async () => {
    const { ask, calls } = open();
    await ask('/api/perform/seen', { method: 'POST', headers: JSON_TYPE, body: '{"actionIds":["a"]}' });
    expect(calls[0]?.name).toBe('perform.seen');
  });

  it('hands on key and version', async () => {
    const { ask, calls } = open();
    await ask('/api/actions/a/send', {
      method: 'POST',
      headers: { ...JSON_TYPE, 'idempotency-key': 'key-0123', 'if-match': '"4"' },
      body: '{"userIds":["u"],"version":99}',
    });
    expect(calls[0]).toMatchObject({ key: 'key-0123', input: { id: 'a', version: 4, userIds: ['u'] } });
  });

  it.each<[string, string, RequestInit, number, string]>([
    ['an unknown path', '/api/nothing', {}, 404, 'not-found'],
    ['a path outside', '/feed', {}, 404, 'not-found'],
    ['a path that only begins alike', '/apifeed', {}, 404, 'not-found'],
    ['an empty id', '/api/feed/', {}, 404, 'not-found'],
    ['a path that is not well escaped', '/api/feed/%E0%A4%A', {}, 404, 'not-found'],
    ['another method', '/api/feed', { method: 'DELETE' }, 405, 'unsupported'],
    ['HEAD, which is the host’s', '/api/feed', { method: 'HEAD' }, 405, 'unsupported'],
    ['OPTIONS, which is the host’s', '/api/feed', { method: 'OPTIONS' }, 405, 'unsupported'],
    ['a number that is a word', '/api/feed?limit=many', {}, 422, 'invalid-input'],
    ['one value twice', '/api/feed?limit=1&limit=2', {}, 422, 'invalid-input'],
    ['an unknown kind', '/api/feed?kinds=__proto__', {}, 422, 'invalid-input'],
    ['no version', '/api/actions/a', { method: 'DELETE' }, 428, 'version-required'],
    [
      'any version',
      '/api/actions/a',
      { method: 'DELETE', headers: { 'if-match': '*' } },
      428,
      'version-required',
    ],
    [
      'a weak version',
      '/api/actions/a',
      { method: 'DELETE', headers: { 'if-match': 'W/"1"' } },
      422,
      'invalid-input',
    ],
    [
      'no type',
      '/api/perform/seen',
      { method: 'POST', body: new Uint8Array([123, 125]) },
      415,
      'invalid-input',
    ],
    [
      'a form',
      '/api/perform/seen',
      { method: 'POST', body: new URLSearchParams('a=b') },
      415,
      'invalid-input',
    ],
    ['plain text', '/api/perform/seen', { method: 'POST', body: '{}' }, 415, 'invalid-input'],
    [
      'no JSON',
      '/api/perform/seen',
      { method: 'POST', headers: JSON_TYPE, body: '{"a":' },
      400,
      'invalid-input',
    ],
    ['an empty body', '/api/perform/seen', { method: 'POST', headers: JSON_TYPE }, 400, 'invalid-input'],
    ['a list', '/api/perform/seen', { method: 'POST', headers: JSON_TYPE, body: '[]' }, 422, 'invalid-input'],
    [
      'no key',
      '/api/perform/a',
      { method: 'POST', headers: JSON_TYPE, body: '{"result":{"kind":"open_webpage","outcome":"opened"}}' },
      400,
      'key-required',
    ],
  ])('refuses %s', async (_, path, init, status, code) => {
    const { ask, calls } = open();
    const response = await ask(path, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await readProblem(response)).toMatchObject({
      status,
      code,
      type: `urn:groundswell:problem:${code}`,
    });
    expect(calls).toEqual([]);
  });

  it('says which methods a path has', async () => {
    const response = await open().ask('/api/actions/a', { method: 'POST' });
    expect(response.headers.get('allow')).toBe('GET, PUT, DELETE');
  });

  it.each<[string, Caller | null, number]>([
    ['nobody valid', null, 401],
    ['a visitor', VISITOR, 401],
    ['a volunteer', VOLUNTEER, 403],
  ])('refuses %s at an organizer’s door before it reads the body', async (_, caller, status) => {
    const { ask, calls } = open(caller);
    const response = await ask('/api/actions', { method: 'POST', headers: JSON_TYPE, body: 'x'.repeat(1e6) });
    expect(response.status).toBe(status);
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
    expect(calls).toEqual([]);
  });

  it.each(PROBLEM_CODES)('carries the problem %s with all that it says', async (code) => {
    const refusal = new ProblemError(code, {
      retryAfter: 2.2,
      fields: [{ path: 'a', code: 'too-long', limit: 3 }],
    });
    const response = await open(VISITOR, () => Promise.reject(refusal)).ask('/api/session');
    expect(response.status).toBe(refusal.toProblem().status);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await readProblem(response)).toEqual(refusal.toProblem());
  });

  it('asks to wait where a backend is overloaded and does not say how long', async () => {
    const response = await open(VISITOR, () => Promise.reject(new ProblemError('unavailable'))).ask(
      '/api/session',
    );
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('tells a stranger nothing of what broke, and the host everything', async () => {
    const reported: unknown[] = [];
    const handle = createFetchHandler({
      dispatch: recordingDispatch().dispatch,
      authenticate: () => Promise.reject(new Error('password is hunter2')),
      report: (error) => void reported.push(error),
    });
    const response = await handle(new Request('https://b.example/session'));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(reported).toHaveLength(1);
  });
});
