import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ProblemError } from '../../../src/contract/index.js';
import type { Database } from '../../../server/src/database/database.js';
import { endSession } from '../../../server/src/identity/end-sessions.js';
import { openIdentity } from '../../../server/src/identity/open-identity.js';
import { databaseKinds } from '../../suites/server/databases.js';
import {
  bearer,
  buildIdentityWorld,
  ISSUER,
  PAGE,
  SECRET,
  type IdentityWorld,
} from '../../suites/server/identity-world.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;
const OWN = { 'sec-fetch-site': 'same-origin' };

describe.runIf(postgres.isHere)('an organizer on a page of our own', () => {
  let world: IdentityWorld;
  let database: Database;
  beforeAll(async () => {
    database = await postgres.open();
    world = await buildIdentityWorld(database);
  });
  afterAll(() => database.close());

  const request = (headers: Record<string, string> = OWN, method = 'POST') =>
    new Request(`${ISSUER}/session/refresh`, { method, headers });
  const cookieOf = (response: Response) => response.headers.get('set-cookie');
  const pairOf = (response: Response) => cookieOf(response)?.split(';', 1)[0] ?? '';
  const refresh = (cookie: string, headers: Record<string, string> = OWN) =>
    world.identity.refresh.handle(
      request({ 'content-type': 'application/json', ...headers, ...(cookie === '' ? {} : { cookie }) }),
    );
  const finishSignIn = (token: string, headers?: Record<string, string>) =>
    world.identity.refresh.withCookie(
      request(headers),
      Response.json({ token, expiresAt: '', userId: 'olga' }),
    );

  async function signIn() {
    const session = await world.signIn('staff');
    return { ...session, cookie: pairOf(await finishSignIn(session.token)) };
  }
  const tokenOf = async (response: Response) => ((await response.json()) as { readonly token: string }).token;

  it('gets a cookie that no script can read and no other site can send', async () => {
    const { token } = await world.signIn('staff');
    const response = await finishSignIn(token);
    const [, ...rules] = (cookieOf(response) ?? '').split('; ');
    expect(rules).toEqual(['Max-Age=2592000', 'Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict']);
    expect(pairOf(response)).toMatch(/^__Host-groundswell=gs_rt\.river\.[\w-]{22}\.[\w-]{43}$/);
    expect(await response.json()).toMatchObject({ token });
  });

  it('gets none on the page of a partner, and a volunteer gets none at all', async () => {
    const { token } = await world.signIn('staff');
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: PAGE },
      {},
    ])
      expect(cookieOf(await finishSignIn(token, headers))).toBeNull();
    expect(cookieOf(await finishSignIn((await world.signIn('volunteer')).token))).toBeNull();
    expect(cookieOf(await finishSignIn('no token'))).toBeNull();
    const failed = new Response('{}', { status: 422 });
    expect(await world.identity.refresh.withCookie(request(), failed)).toBe(failed);
  });

  it('is signed in all the same where the cookie cannot be kept', async () => {
    const { token } = await world.signIn('staff');
    let isThere = true;
    const failing: Database = {
      ...database,
      inOrganization: (...work) =>
        isThere ? database.inOrganization(...work) : Promise.reject(new ProblemError('unavailable')),
    };
    const { refresh } = await openIdentity({
      database: failing,
      secret: SECRET,
      issuer: ISSUER,
      now: world.now,
    });
    isThere = false;
    const answer = await refresh.withCookie(request(), Response.json({ token }));
    expect([answer.status, cookieOf(answer), await answer.json()]).toEqual([200, null, { token }]);
  });

  it('stays signed in by it, with a new one each time', async () => {
    const { cookie, id } = await signIn();
    world.pass({ minutes: 20 });
    const response = await refresh(cookie);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(pairOf(response)).not.toBe(cookie);
    expect(await world.ask(bearer(await tokenOf(response)))).toMatchObject({ role: 'staff', sessionId: id });
    world.pass({ minutes: 20 });
    expect((await refresh(pairOf(response))).status).toBe(200);
  });

  it('is signed out, with whoever has their cookie too, when one is used a second time', async () => {
    const { cookie } = await signIn();
    const thief = await refresh(cookie);
    const stolen = await tokenOf(thief);
    world.pass({ seconds: 11 });
    expect(await world.ask(bearer(stolen))).not.toBeNull();
    const owner = await refresh(cookie);
    expect(owner.status).toBe(401);
    expect(cookieOf(owner)).toMatch(/^__Host-groundswell=; Max-Age=0; /);
    expect((await refresh(pairOf(thief))).status).toBe(401);
    expect(await world.ask(bearer(stolen))).toBeNull();
  });

  it('is signed out when one from long ago comes back at once', async () => {
    const { cookie } = await signIn();
    const second = pairOf(await refresh(cookie));
    const third = pairOf(await refresh(second));
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh(third)).status).toBe(401);
  });

  it('may have many tabs that wake together: all go on, one of them has the next cookie', async () => {
    const { cookie } = await signIn();
    const responses = await Promise.all(Array.from({ length: 10 }, () => refresh(cookie)));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    const cookies = responses.map(pairOf).filter((next) => next !== '');
    expect(cookies).toHaveLength(1);
    world.pass({ minutes: 15 });
    expect((await refresh(cookies[0]!)).status).toBe(200);
  });

  it('is asked to sign in again when the session has ended, expired, or is no organizer’s any more', async () => {
    const { cookie, id } = await signIn();
    await endSession(world, 'river', id);
    expect((await refresh(cookie)).status).toBe(401);
    const demoted = await signIn();
    const setRole = (role: string) =>
      database.inOrganization('river', 'write', (rows) =>
        rows.updateTable('users').set({ role }).where('id', '=', 'olga').execute(),
      );
    await setRole('volunteer');
    expect((await refresh(demoted.cookie)).status).toBe(401);
    await setRole('admin');
    const old = await signIn();
    world.pass({ minutes: 31 * 24 * 60 });
    expect((await refresh(old.cookie)).status).toBe(401);
  });

  it('is not refreshed by another site, a form, a link, or a program that has no cookie', async () => {
    const { cookie } = await signIn();
    const json = { 'content-type': 'application/json', cookie };
    const refusals: [number, Record<string, string>][] = [
      [403, { ...json, 'sec-fetch-site': 'cross-site' }],
      [403, { ...json, 'sec-fetch-site': 'same-site' }],
      [403, { ...json, 'sec-fetch-site': 'none' }],
      [403, { ...json, 'sec-fetch-site': 'cross-site', origin: ISSUER }],
      [403, { ...json, origin: PAGE }],
      [403, { ...json, origin: 'null' }],
      [403, json],
      [415, { ...OWN, cookie, 'content-type': 'text/plain' }],
      [415, { ...OWN, cookie, 'content-type': 'application/x-www-form-urlencoded' }],
      [415, { ...OWN, cookie }],
    ];
    for (const [status, headers] of refusals) {
      const response = await world.identity.refresh.handle(request(headers));
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ status });
    }
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await world.identity.refresh.handle(request({ ...OWN, ...json }, method))).status).toBe(405);
    expect((await refresh('', OWN)).status).toBe(401);
    // Nothing of this used it up. Where a browser does not say where a page is from, its origin does.
    expect((await refresh(cookie, { origin: ISSUER })).status).toBe(200);
  });

  it('is not refreshed by anything but that cookie', async () => {
    const { cookie, token } = await signIn();
    const [name = '', value = ''] = cookie.split('=');
    const [, , chain = '', secret = ''] = value.split('.');
    const others = [
      token,
      'x',
      '',
      `gs_rt.lake.${chain}.${secret}`,
      `gs_rt.river.${'x'.repeat(22)}.${secret}`,
    ];
    for (const other of others) expect((await refresh(`${name}=${other}`)).status).toBe(401);
    expect((await refresh(`groundswell=${value}`)).status).toBe(401);
    expect((await refresh(`${cookie}; ${cookie}`)).status).toBe(401);
    expect((await refresh('', { ...OWN, ...bearer(token) })).status).toBe(401);
    expect(await world.ask(bearer(value))).toBeNull();
    expect((await refresh(`other=1; ${cookie}; more=2`)).status).toBe(200);
  });

  it('lets go of it on signing out', () => {
    const response = world.identity.refresh.withoutCookie(Response.json({}));
    expect(cookieOf(response)).toBe(
      '__Host-groundswell=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict',
    );
  });

  it('is not known by anything that a reader of the database could use', async () => {
    const { cookie } = await signIn();
    const kept = await database.inOrganization('river', 'read', (rows) =>
      rows.selectFrom('refresh_chains').selectAll().execute(),
    );
    expect(JSON.stringify(kept)).not.toContain(cookie.split('.').at(-1));
  });
});
