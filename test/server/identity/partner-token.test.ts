import { createHmac } from 'node:crypto';

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Database } from '../../../server/src/database/database.js';
import { endSessionsOf } from '../../../server/src/identity/end-sessions.js';
import { registerPartnerKey, revokePartnerKey } from '../../../server/src/identity/partner-keys.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { bearer, buildIdentityWorld, type IdentityWorld } from '../../suites/server/identity-world.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;
const SHARED = 'a secret that host and server share';

describe.runIf(postgres.isHere)('a token that a partner signs for its user', () => {
  let world: IdentityWorld;
  let database: Database;
  let pair: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
  let kid: string;
  beforeAll(async () => {
    database = await postgres.open();
    world = await buildIdentityWorld(database);
    pair = await generateKeyPair('ES256', { extractable: true });
    const publicKey = await exportJWK(pair.publicKey);
    kid = await registerPartnerKey(world, 'river', { name: 'Host', key: { alg: 'ES256', publicKey } });
  });
  afterAll(() => database.close());

  const claims = (changes: Record<string, unknown> = {}) => {
    const iat = Math.floor(world.now().getTime() / 1000);
    const fixed = { aud: 'groundswell', purpose: 'partner', org: 'river', sub: 'user 17 <ü>' };
    return { ...fixed, iat, exp: iat + 300, ...changes };
  };
  const sign = (changes: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
    new SignJWT(claims(changes)).setProtectedHeader({ alg: 'ES256', kid, ...header }).sign(pair.privateKey);
  const vouch = async (changes: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
    world.ask(bearer(await sign(changes, header)));
  const findUser = (id: string) =>
    database.inOrganization('river', 'read', (rows) =>
      rows.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
  const userIdOf = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const caller = await vouch(changes);
    return caller !== null && 'userId' in caller ? caller.userId : 'nobody';
  };

  it('makes a volunteer of them the first time, and finds them again', async () => {
    const said = { given_name: 'Zoë', family_name: 'Quill', email: 'zoe@host.example', locale: 'es-MX' };
    const caller = await vouch(said);
    expect(caller).toMatchObject({ role: 'volunteer', campaignId: 'river', language: 'es-MX' });
    const id = await userIdOf();
    expect(caller).toMatchObject({ userId: id });
    expect(await findUser(id)).toMatchObject({
      ...{ first_name: 'Zoë', last_name: 'Quill', email: 'zoe@host.example', role: 'volunteer' },
      ...{ language: 'es-MX', search_text: 'zoe quill\nzoe@host.example', version: 1 },
    });
  });

  it('changes what is known of them, and leaves what it does not mention', async () => {
    const id = await userIdOf({ given_name: 'Zoe' });
    expect(await findUser(id)).toMatchObject({ first_name: 'Zoe', last_name: 'Quill', version: 2 });
    await vouch({ given_name: 'Zoe' });
    expect(await findUser(id)).toMatchObject({ version: 2 });
  });

  it('makes an id that does not tell what the partner calls them', async () => {
    const id = await userIdOf({ sub: 'someone@host.example' });
    expect(id).toMatch(/^partner-[A-Za-z0-9_-]{43}$/);
    const guesses = ['', 'Host', 'river'].map((salt) =>
      createHmac('sha256', salt).update('someone@host.example').digest('base64url'),
    );
    expect(guesses).not.toContain(id.slice('partner-'.length));
  });

  it('makes one volunteer of many first requests at once', async () => {
    const token = await sign({ sub: 'in a hurry', email: 'hurry@host.example' });
    const callers = await Promise.all(Array.from({ length: 12 }, () => world.ask(bearer(token))));
    expect(
      new Set(callers.map((caller) => caller !== null && 'userId' in caller && caller.userId)).size,
    ).toBe(1);
  });

  it('leaves an address to whoever has it', async () => {
    const id = await userIdOf({ sub: 'climber', email: 'OLGA@example.org' });
    expect(id).not.toBe('olga');
    expect(await findUser(id)).toMatchObject({ email: null, role: 'volunteer' });
    expect(await findUser('olga')).toMatchObject({ email: 'olga@example.org', role: 'admin' });
  });

  it('never makes an organizer, whatever it says and whatever its user has become', async () => {
    const id = await userIdOf({ sub: 'boss', role: 'staff' });
    await database.inOrganization('river', 'write', (rows) =>
      rows.updateTable('users').set({ role: 'owner' }).where('id', '=', id).execute(),
    );
    expect(await vouch({ sub: 'boss', role: 'staff' })).toMatchObject({ role: 'volunteer', userId: id });
  });

  const REFUSED: Record<string, Record<string, unknown>> = {
    'for another audience': { aud: 'groundswell:volunteer' },
    'for organizers': { aud: 'groundswell:staff' },
    'for several audiences': { aud: ['groundswell', 'elsewhere'] },
    'for another purpose': { purpose: 'access' },
    'of an organization that the key is not of': { org: 'lake' },
    'without an organization': { org: undefined },
    'for nobody': { sub: '' },
    'without a user': { sub: undefined },
    'with a user of a very long name': { sub: 'x'.repeat(201) },
    'with characters that no database keeps': { given_name: 'a\u0000b' },
    'with half a character': { sub: '\ud800' },
    'without an end': { exp: undefined },
    'without a beginning': { iat: undefined },
    'with an address that is none': { email: 'nobody' },
  };
  it.each(Object.keys(REFUSED))('is refused %s', async (name) => {
    expect(await vouch(REFUSED[name])).toBeNull();
  });

  it('lives ten minutes at the most', async () => {
    const { iat } = claims();
    expect(await vouch({ exp: iat + 600 })).not.toBeNull();
    for (const times of [
      { exp: iat + 601 },
      { exp: iat },
      { iat: iat - 900, exp: iat - 600 },
      { iat: iat + 60, exp: iat + 90 },
    ])
      expect(await vouch(times)).toBeNull();
    const token = await sign();
    world.pass({ minutes: 5, seconds: 29 });
    expect(await world.ask(bearer(token))).not.toBeNull();
    world.pass({ seconds: 2 });
    expect(await world.ask(bearer(token))).toBeNull();
  });

  it('is refused when it is not signed with the key that it names', async () => {
    const stranger = await generateKeyPair('ES256');
    const forged = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(stranger.privateKey);
    const [header = '', body = '', signature = ''] = (await sign()).split('.');
    const publicText = JSON.stringify(await exportJWK(pair.publicKey));
    const confused = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(new TextEncoder().encode(publicText));
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url');
    const changed = Buffer.from(JSON.stringify(claims({ sub: 'olga' }))).toString('base64url');
    for (const token of [forged, confused, `${none}.${body}.`, `${header}.${changed}.${signature}`])
      expect(await world.ask(bearer(token))).toBeNull();
    for (const named of [{ kid: 'unknown' }, { kid: undefined }, { kid: "' or true" }, { typ: 'at+jwt' }])
      expect(await vouch({}, named)).toBeNull();
  });

  it('may be signed with a shared secret, and with other kinds of keys', async () => {
    const sealed = await registerPartnerKey(world, 'river', {
      name: 'Host',
      key: { alg: 'HS256', secret: SHARED },
    });
    const bySecret = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: sealed })
      .sign(new TextEncoder().encode(SHARED));
    expect(await world.ask(bearer(bySecret))).toMatchObject({ userId: await userIdOf() });
    for (const alg of ['EdDSA', 'RS256'] as const) {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const key = { alg, publicKey: await exportJWK(publicKey) };
      const other = await registerPartnerKey(world, 'river', { name: `Host of ${alg}`, key });
      const token = await new SignJWT(claims()).setProtectedHeader({ alg, kid: other }).sign(privateKey);
      expect(await world.ask(bearer(token))).toMatchObject({ role: 'volunteer' });
      expect(await world.ask(bearer(token))).not.toMatchObject({ userId: await userIdOf() });
    }
  });

  it('is refused after everything of its user was ended, until the partner vouches again', async () => {
    const before = await sign();
    const userId = await userIdOf();
    await endSessionsOf(world, 'river', userId);
    expect(await world.ask(bearer(before))).toBeNull();
    world.pass({ seconds: 1 });
    expect(await vouch()).toMatchObject({ userId });
  });

  it('is refused from the next request on when its key was revoked', async () => {
    const token = await sign();
    expect(await revokePartnerKey(world, 'lake', kid)).toBe(false);
    expect(await world.ask(bearer(token))).not.toBeNull();
    expect(await revokePartnerKey(world, 'river', kid)).toBe(true);
    expect(await world.ask(bearer(token))).toBeNull();
  });
});
