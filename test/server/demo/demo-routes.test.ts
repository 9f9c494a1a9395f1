import { describe, expect, it } from 'vitest';

import { readSettings, type Environment } from '../../../server/src/config/read-settings.js';
import { createDemoRoutes } from '../../../server/src/demo/demo-routes.js';
import { openDemo } from '../../../server/src/demo/open-demo.js';

const ORIGIN = 'http://localhost:8080';
const OWN = { origin: ORIGIN, 'content-type': 'application/json' };

function openRoutes() {
  const done: string[] = [];
  const routes = createDemoRoutes(ORIGIN, {
    describe: () => Promise.resolve({ mode: 'server' }),
    becomePerson: (userId) => {
      done.push(`became ${userId}`);
      return Promise.resolve(userId === 'marigold' ? { token: 't' } : undefined);
    },
    startOver: () => Promise.resolve(done.push('started over')),
  });
  const ask = async (url: string, init?: RequestInit) => (await routes(new Request(url, init)))?.status;
  const post = (path: string, headers: Record<string, string>, body = '{"userId":"marigold"}') =>
    ask(path.startsWith('http') ? path : `${ORIGIN}${path}`, { method: 'POST', headers, body });
  return { done, ask, post };
}

describe('the routes of a demonstration', () => {
  it('let its own pages be anybody, and start over', async () => {
    const { done, ask, post } = openRoutes();
    expect(await ask(`${ORIGIN}/demo.json`)).toBe(200);
    expect(await post('/dev/session', OWN)).toBe(200);
    expect(await post('/dev/start-over', { 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(done).toEqual(['became marigold', 'started over']);
  });

  it.each<[string, string, Record<string, string>]>([
    ['a page of another site', '/dev/start-over', { origin: 'https://elsewhere.example' }],
    [
      'a page of another site, as the browser says',
      '/dev/session',
      { ...OWN, 'sec-fetch-site': 'cross-site' },
    ],
    ['whoever says nothing', '/dev/session', {}],
    ['a website that points its name here', 'http://elsewhere.example:8080/dev/session', OWN],
  ])('refuse %s', async (_, path, headers) => {
    const { done, post } = openRoutes();
    expect(await post(path, headers)).toBe(403);
    expect(done).toEqual([]);
  });

  it('know only who is there, only by asking rightly, and leave the rest to the server', async () => {
    const { ask, post } = openRoutes();
    expect(await post('/dev/session', OWN, '{"userId":"nobody"}')).toBe(404);
    expect(await post('/dev/session', OWN, 'what')).toBe(404);
    expect(await ask(`${ORIGIN}/dev/start-over`)).toBe(405);
    expect(await ask(`${ORIGIN}/v1/session`)).toBeUndefined();
  });
});

describe('a demonstration', () => {
  const open = (environment: Environment) =>
    openDemo({
      settings: readSettings(environment, { secretOf: () => 'x'.repeat(32) }),
      campaign: () => {
        throw new Error('Nothing should be opened.');
      },
      site: () => Promise.resolve(undefined),
    });

  it('is not opened where others could reach it', async () => {
    await expect(open({ HOST: '0.0.0.0', GROUNDSWELL_PUBLIC_URL: ORIGIN })).rejects.toThrow(
      /this machine alone/,
    );
  });

  it('is not opened in production', async () => {
    await expect(
      open({
        ...{
          NODE_ENV: 'production',
          HOST: 'localhost',
          GROUNDSWELL_DATA: '/nowhere',
          GROUNDSWELL_SECRET: 'y'.repeat(32),
        },
        ...{
          GROUNDSWELL_PUBLIC_URL: 'https://a.example',
          GROUNDSWELL_SHARE_URL: 'https://a.example/{token}',
        },
        ...{ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org' },
      }),
    ).rejects.toThrow(/not for production/);
  });
});
