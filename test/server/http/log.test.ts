import { describe, expect, it } from 'vitest';

import { ProblemError } from '@groundswell/elements/contract';

import { createLog } from '../../../server/src/log/create-log.js';
import { describeError } from '../../../server/src/log/describe-error.js';
import { asJson, asStaff, asVisitor, newAction, openWorld } from './http-world.js';

const CANARY = 'canary-7d1f';

function openLog() {
  const kept: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line: string) => void kept.push(line) } });
  return { log, text: () => kept.join('') };
}

/** A failure such as databases make: what was given is quoted everywhere. */
function quotingFailure(): Error {
  const cause = Object.assign(new TypeError(`first ${CANARY}\n    at ${CANARY} (x.js:1:1)`), {
    code: '23505',
  });
  return Object.assign(new Error(`could not save ${CANARY}`, { cause }), {
    code: 'ECONNRESET',
    detail: `Key (email)=(${CANARY}) already exists.`,
    parameters: [CANARY],
  });
}

describe('the log', () => {
  it('writes where a failure came from and nothing of what it was about', () => {
    const { log, text } = openLog();
    log.error({ err: quotingFailure(), requestId: 'r' }, 'failed');
    log.error(quotingFailure());
    expect(text()).not.toContain(CANARY);
    const line = JSON.parse(text().split('\n')[0]!) as { err: ReturnType<typeof describeError> };
    expect(line.err).toMatchObject({
      name: 'Error',
      code: 'ECONNRESET',
      cause: { name: 'TypeError', code: '23505' },
    });
    expect(line.err.stack[0]).toContain('log.test.ts');
  });

  it('drops every field that is not on its list, and everything that would go into the message', () => {
    const { log, text } = openLog();
    log.info({ email: CANARY, operation: 'feed.list', body: { name: CANARY } }, 'fixed words %s', CANARY);
    log.info('fixed words %s', CANARY);
    log.child({ userId: CANARY, component: 'jobs' }).warn({ reason: 'late' }, 'words');
    expect(text()).not.toContain(CANARY);
    expect(text()).toContain('"component":"jobs"');
    expect(text()).toContain('"operation":"feed.list"');
  });

  it.each<[string, unknown, object]>([
    [
      'a problem of ours',
      new ProblemError('version-conflict', { current: CANARY }),
      { name: 'ProblemError', code: 'version-conflict' },
    ],
    ['something with a code of its own', Object.assign(new Error(''), { code: CANARY }), { name: 'Error' }],
    ['something that is no error', CANARY, { name: 'string', stack: [] }],
  ])('knows %s', (_, error, described) => {
    expect(describeError(error)).toMatchObject(described);
    expect(JSON.stringify(describeError(error))).not.toContain(CANARY);
  });
});

describe('a request full of marks', () => {
  it.each<[string, string, RequestInit]>([
    ['in its path', `/v1/feed/${CANARY}`, { headers: asVisitor }],
    ['in a path that does not exist', `/${CANARY}/${CANARY}`, {}],
    ['in its query', `/v1/feed?search=${CANARY}&${CANARY}=1`, { headers: asVisitor }],
    ['in its body', '/v1/actions', asJson({ content: { ...newAction.content, title: CANARY } }, asStaff)],
    ['in a body that is refused', '/v1/actions', asJson({ [CANARY]: { email: CANARY } }, asStaff)],
    ['in a body that is no JSON', '/v1/actions', asJson(`{"${CANARY}`, asStaff)],
    [
      'in its headers',
      '/v1/feed',
      {
        headers: {
          'groundswell-guest': CANARY,
          'user-agent': CANARY,
          cookie: CANARY,
          'x-request-id': CANARY,
          'x-forwarded-for': CANARY,
          'accept-language': CANARY,
          referer: `https://page.example/?${CANARY}`,
        },
      },
    ],
    ['in its token', '/v1/feed', { headers: { authorization: `Bearer ${CANARY}` } }],
    ['in its method', '/v1/feed', { method: CANARY }],
    ['in its origin', '/v1/feed', { headers: { origin: `https://${CANARY}.example` } }],
  ])('%s leaves none in the log', async (_, path, init) => {
    const world = await openWorld();
    await world.ask(path, init);
    expect(world.lines().length).toBeGreaterThan(0);
    expect(world.text()).not.toContain(CANARY);
  });

  it('leaves none where the backend breaks on it', async () => {
    const spoil = () => () => Promise.reject(quotingFailure());
    const world = await openWorld({ spoil });
    expect((await world.ask(`/v1/feed?search=${CANARY}`)).status).toBe(500);
    expect(world.lines().length).toBe(2);
    expect(world.text()).not.toContain(CANARY);
  });
});
