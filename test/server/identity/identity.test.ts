import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDatabase, type Database } from '../../../server/src/database/database.js';
import { openPostgres } from '../../../server/src/database/postgres-pool.js';
import { registerPartnerKey } from '../../../server/src/identity/partner-keys.js';
import { createPublishableKey } from '../../../server/src/identity/publishable-keys.js';
import { databaseKinds } from '../../suites/server/databases.js';
import {
  bearer,
  buildIdentityWorld,
  ISSUER,
  PAGE,
  type IdentityWorld,
} from '../../suites/server/identity-world.js';

describe.each(databaseKinds)('who asks, on $name', ({ isHere, open }) => {
  let world: IdentityWorld;
  let database: Database;
  beforeAll(async () => {
    if (!isHere) return;
    database = await open();
    world = await buildIdentityWorld(database);
  });
  afterAll(async () => {
    if (isHere) await database.close();
  });

  it.runIf(isHere)('is established for visitors, volunteers, organizers and people of partners', async () => {
    const key = await createPublishableKey(world, 'river', [PAGE]);
    expect(await world.ask({ 'groundswell-key': key, origin: PAGE })).toMatchObject({ role: 'visitor' });
    for (const role of ['volunteer', 'staff'] as const) {
      const { token } = await world.signIn(role);
      expect(await world.ask(bearer(token))).toMatchObject({ role, campaignId: 'river' });
    }
    const pair = await generateKeyPair('ES256', { extractable: true });
    const publicKey = await exportJWK(pair.publicKey);
    const kid = await registerPartnerKey(world, 'river', { name: 'Host', key: { alg: 'ES256', publicKey } });
    const iat = world.now().getTime() / 1000;
    const claims = { aud: 'groundswell', purpose: 'partner', org: 'river', sub: '17', iat, exp: iat + 60 };
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(pair.privateKey);
    expect(await world.ask(bearer(token))).toMatchObject({ role: 'volunteer', campaignId: 'river' });
  });

  it.runIf(isHere)(
    'can be signed in the middle of a transaction, also where that has the only connection',
    async () => {
      const token = await database.inOrganization('river', 'write', async (rows) => {
        const claims = { campaignId: 'river', userId: 'vera', role: 'volunteer', language: 'en' } as const;
        await rows.selectFrom('users').select('id').execute();
        world.pass({ minutes: 1 });
        return (await world.identity.signToken({ ...claims, sessionId: 'session-1' })).token;
      });
      expect(await world.ask(bearer(token))).toMatchObject({ userId: 'vera' });
    },
  );

  it.runIf(isHere)('is kept over a campaign that is filled anew', async () => {
    const key = await createPublishableKey(world, 'lake', [PAGE]);
    await database.inOrganization('lake', 'write', async (rows) => {
      await rows.deleteFrom('users').execute();
      await rows.deleteFrom('campaigns').execute();
      await rows.insertInto('campaigns').values({ org_id: 'lake', revision: '2', body: '{}' }).execute();
    });
    expect(await world.ask({ 'groundswell-key': key, origin: PAGE })).toMatchObject({ language: 'en' });
  });

  it.runIf(isHere)('survives a refresh', async () => {
    const { token } = await world.signIn('staff');
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const request = (more = {}) =>
      new Request(`${ISSUER}/session/refresh`, { method: 'POST', headers: { ...headers, ...more } });
    const signedIn = await world.identity.refresh.withCookie(request(), Response.json({ token }));
    const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    expect((await world.identity.refresh.handle(request({ cookie }))).status).toBe(200);
  });
});

describe('who asks, while the database is away', () => {
  const away = createDatabase(openPostgres({ url: 'postgres://nobody@127.0.0.1:1/nowhere' }));
  const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;
  afterAll(() => away.close());

  it.runIf(postgres.isHere)('is not known, and the failure holds nothing of what was sent', async () => {
    const database = await postgres.open();
    let isAway = false;
    const world = await buildIdentityWorld({
      ...database,
      inOrganization: (...args) => (isAway ? away : database).inOrganization(...args),
    });
    const { token } = await world.signIn('staff');
    isAway = true;
    const failure: unknown = await world.ask(bearer(token)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ProblemError', code: 'unavailable' });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(token.slice(-20));
    const response = await world.identity.refresh.handle(
      new Request(ISSUER, {
        method: 'POST',
        headers: {
          ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
          cookie: `__Host-groundswell=gs_rt.river.${'a'.repeat(22)}.${'b'.repeat(43)}`,
        },
      }),
    );
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).not.toBeNull();
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).not.toContain('bbbb');
    await database.close();
  });
});
