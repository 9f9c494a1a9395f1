import { describe, expect, it } from 'vitest';

import { isOwnOrigin } from '../../../server/src/http/cross-origin.js';
import { embeddableBy } from '../../../server/src/http/security-headers.js';
import { asJson, asStaff, asVisitor, newAction, openWorld, OUTSIDE } from './http-world.js';

const ALLOW = 'access-control-allow-origin';
const PAGE = 'https://page.example';
const FOREIGN = 'https://evil.example';

const preflight = (origin: string): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'groundswell-key',
  },
});

describe('a page of another origin', () => {
  it.each([
    ['of the organization', PAGE, asVisitor, 200, PAGE],
    ['that nobody has listed', FOREIGN, asVisitor, 403, null],
    ['without an origin of its own', 'null', asVisitor, 403, null],
    ['with the case of another', 'https://PAGE.example', asVisitor, 403, null],
    ['below the one listed', 'https://x.page.example', asVisitor, 403, null],
    ['at another port', 'https://page.example:8443', asVisitor, 403, null],
    ['where any may call', FOREIGN, { 'groundswell-key': OUTSIDE }, 200, FOREIGN],
    [
      'whose token has run out, which it has to learn',
      FOREIGN,
      { authorization: 'Bearer expired' },
      401,
      FOREIGN,
    ],
  ])('%s', async (_, origin, headers: Record<string, string>, status, allowed) => {
    const { ask } = await openWorld();
    const response = await ask('/v1/feed', { headers: { origin, ...headers } });
    expect([response.status, response.headers.get(ALLOW)]).toEqual([status, allowed]);
    expect(response.headers.get('vary')).toContain('Origin');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('reads the number of its request and how long to wait', async () => {
    const { ask } = await openWorld();
    const response = await ask('/v1/feed', { headers: { origin: PAGE } });
    const exposed = response.headers.get('access-control-expose-headers');
    expect(exposed).toContain('x-request-id');
    expect(exposed).toContain('retry-after');
  });

  it('is told in a preflight what it may send, before anybody knows for whom', async () => {
    const { ask } = await openWorld();
    const response = await ask('/v1/perform/seen', preflight(FOREIGN));
    expect(response.status).toBe(204);
    expect(response.headers.get(ALLOW)).toBe(FOREIGN);
    for (const name of [
      'authorization',
      'content-type',
      'groundswell-key',
      'idempotency-key',
      'if-match',
      'last-event-id',
    ])
      expect(response.headers.get('access-control-allow-headers')).toContain(name);
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('is told in a preflight where there is nothing', async () => {
    const { ask } = await openWorld();
    expect((await ask('/v1/nowhere', preflight(PAGE))).status).toBe(404);
  });

  it('changes nothing where it may not call', async () => {
    const { ask } = await openWorld();
    const write = asJson(newAction, { ...asStaff, origin: FOREIGN });
    expect((await ask('/v1/actions', write)).status).toBe(403);
    const list = await ask('/v1/actions', { headers: asStaff });
    expect(
      ((await list.json()) as { items: { content: { title: string } }[] }).items.map(
        ({ content }) => content.title,
      ),
    ).not.toContain(newAction.content.title);
  });

  it('hears nothing of changes where it may not call', async () => {
    const { ask, parts } = await openWorld();
    const response = await ask('/v1/changes/stream', { headers: { origin: FOREIGN } });
    expect([response.status, response.headers.get(ALLOW), parts.live.count()]).toEqual([403, null, 0]);
  });

  it.each([
    ['organization', PAGE, 200, PAGE],
    ['organization', FOREIGN, 403, null],
    ['own', PAGE, 403, null],
    ['own', 'http://localhost', 200, null],
    ['own', 'https://api.example', 200, null],
    ['any', FOREIGN, 200, null],
  ] as const)('may use what is for pages of %s, from %s: %i', async (pages, origin, status, allowed) => {
    const handle = () => new Response('here');
    const world = await openWorld({
      settings: { publicUrl: 'https://api.example/' },
      parts: { routes: [{ path: '/extra', name: 'extra', pages, handle }] },
    });
    const response = await world.ask('/extra', { headers: { origin } });
    expect([response.status, response.headers.get(ALLOW)]).toEqual([status, allowed]);
  });
});

describe('an origin', () => {
  it.each([
    ['https://api.example', 'http://10.0.0.1:8080/v1', 'https://api.example', true],
    ['http://localhost:8080', 'http://localhost:8080/v1', undefined, true],
    ['http://localhost:8081', 'http://localhost:8080/v1', undefined, false],
    ['null', 'http://localhost:8080/v1', undefined, false],
  ])('%s is the own one of %s: %s', (origin, url, publicUrl, own) => {
    expect(isOwnOrigin(origin, url, publicUrl)).toBe(own);
  });
});

describe('headers for browsers', () => {
  it('let nobody frame an answer, guess its type or learn where somebody came from', async () => {
    const { ask } = await openWorld();
    for (const path of ['/v1/feed', '/v1/openapi.json', '/nowhere', '/healthz'])
      expect(Object.fromEntries((await ask(path)).headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
  });

  it('ask for https from then on where there is https', async () => {
    const header = async (publicUrl: string) =>
      (await (await openWorld({ settings: { publicUrl } })).ask('/v1/feed')).headers.get(
        'strict-transport-security',
      );
    expect(await header('https://api.example')).toContain('max-age=');
    expect(await header('http://localhost:8080')).toBeNull();
  });

  it('leave a route its own policy', async () => {
    const policy = 'sandbox';
    const handle = () => new Response('', { headers: { 'content-security-policy': policy } });
    const world = await openWorld({
      parts: { routes: [{ path: '/media', name: 'media', pages: 'any', handle }] },
    });
    expect((await world.ask('/media/a/b')).headers.get('content-security-policy')).toBe(policy);
  });

  it.each([
    [
      ['https://a.example', 'http://localhost:3000'],
      'frame-ancestors https://a.example http://localhost:3000',
    ],
    [[], "frame-ancestors 'none'"],
    [["https://a.example; script-src 'unsafe-inline'", '*'], "frame-ancestors 'none'"],
    ['*' as const, 'frame-ancestors *'],
  ])('let %j embed what is made for it', (origins, policy) => {
    expect(embeddableBy(origins)).toBe(policy);
  });
});
