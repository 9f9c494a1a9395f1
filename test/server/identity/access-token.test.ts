import { createHmac, generateKeyPairSync } from 'node:crypto';

import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { INSTALLATION, type Database } from '../../../server/src/database/database.js';
import { endSession, endSessionsOf } from '../../../server/src/identity/end-sessions.js';
import { openKeyRing } from '../../../server/src/identity/key-ring.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { bearer, buildIdentityWorld, type IdentityWorld } from '../../suites/server/identity-world.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;

describe.runIf(postgres.isHere)('a token of somebody who has signed in', () => {
  let world: IdentityWorld;
  let database: Database;
  beforeAll(async () => {
    database = await postgres.open();
    world = await buildIdentityWorld(database);
  });
  afterAll(() => database.close());

  /** A token of an organizer, with something about it changed and signed properly again. */
  async function resign(
    changes: Record<string, unknown>,
    header: Record<string, unknown> = {},
  ): Promise<string> {
    const { token } = await world.signIn('staff');
    const { current } = await openKeyRing(world);
    return new SignJWT({ ...decodeJwt(token), ...changes })
      .setProtectedHeader({ ...decodeProtectedHeader(token), alg: 'ES256', ...header })
      .sign(current.key);
  }

  it('says who they are, of which organization, and in which session', async () => {
    const { token, id } = await world.signIn('volunteer');
    const known = { role: 'volunteer', campaignId: 'river', userId: 'vera', sessionId: id };
    expect(await world.ask(bearer(token))).toEqual({ ...known, language: 'es' });
    expect(await world.ask({ ...bearer(token), 'accept-language': 'en-GB' })).toMatchObject({
      language: 'en-GB',
    });
  });

  it('carries no name and no address', async () => {
    const { token } = await world.signIn('volunteer');
    expect(Object.keys(decodeJwt(token)).sort()).toEqual(
      ['iss', 'aud', 'purpose', 'org', 'sub', 'sid', 'role', 'language', 'iat', 'exp'].sort(),
    );
  });

  it('makes organizers of those who are organizers now', async () => {
    const { token } = await world.signIn('staff');
    expect(await world.ask(bearer(token))).toMatchObject({ role: 'staff', userId: 'olga' });
    const setRole = (role: string) =>
      database.inOrganization('river', 'write', (rows) =>
        rows.updateTable('users').set({ role }).where('id', '=', 'olga').execute(),
      );
    await setRole('volunteer');
    expect(await world.ask(bearer(token))).toMatchObject({ role: 'volunteer' });
    await setRole('admin');
  });

  it('opens no more than it was made for, though its holder has become an organizer', async () => {
    const token = await resign({ aud: 'groundswell:volunteer', role: 'volunteer' });
    expect(await world.ask(bearer(token))).toMatchObject({ role: 'volunteer', userId: 'olga' });
  });

  it('is good for fifteen minutes', async () => {
    const { token } = await world.signIn('volunteer');
    world.pass({ minutes: 14, seconds: 59 });
    expect(await world.ask(bearer(token))).not.toBeNull();
    world.pass({ seconds: 7 });
    expect(await world.ask(bearer(token))).toBeNull();
  });

  it('is taken where nothing about it was changed', async () => {
    expect(await world.ask(bearer(await resign({})))).toMatchObject({ role: 'staff', userId: 'olga' });
  });

  const REFUSED: Record<string, () => Promise<string>> = {
    'of another issuer': () => resign({ iss: 'https://elsewhere.example' }),
    'for another audience': () => resign({ aud: 'groundswell' }),
    'of a volunteer at the door for staff': () => resign({ role: 'volunteer' }),
    'of staff at the door for volunteers': () => resign({ aud: 'groundswell:volunteer' }),
    'for two doors at once': () => resign({ aud: ['groundswell:volunteer', 'groundswell:staff'] }),
    'for another purpose': () => resign({ purpose: 'refresh' }),
    'without a purpose': () => resign({ purpose: undefined }),
    'without an end': () => resign({ exp: undefined }),
    'without a beginning': () => resign({ iat: undefined }),
    'from the future': () => resign({ iat: world.now().getTime() / 1000 + 60 }),
    'that would live too long': () => resign({ iat: world.now().getTime() / 1000 - 3600 }),
    'of another organization, where the session is not': () => resign({ org: 'lake' }),
    'of no organization': () => resign({ org: INSTALLATION }),
    'with an organization that is no id': () => resign({ org: "river'; drop table users" }),
    'of somebody else than the session': () => resign({ sub: 'vera' }),
    'of a session that never was': () => resign({ sid: 'nowhere' }),
    'of another type': () => resign({}, { typ: 'JWT' }),
    'of a key that never was': () => resign({}, { kid: 'nobody' }),
    'of a key whose name is no id': () => resign({}, { kid: "' or 1=1 --" }),
  };
  it.each(Object.keys(REFUSED))('is refused %s', async (name) => {
    expect(await world.ask(bearer(await REFUSED[name]!()))).toBeNull();
  });

  it('is refused when anything in it was changed', async () => {
    const { token } = await world.signIn('volunteer');
    const [header = '', body = '', signature = ''] = token.split('.');
    const promoted = Buffer.from(body, 'base64url').toString().replaceAll('volunteer', 'staff');
    const forged = [header, Buffer.from(promoted).toString('base64url'), signature].join('.');
    for (const changed of [
      forged,
      `${header}.${body}.`,
      `${header}.${body}`,
      token.slice(0, -4),
      `${token}.x`,
    ])
      expect(await world.ask(bearer(changed))).toBeNull();
  });

  it('is refused without a signature, or with one of another kind of key', async () => {
    const { token } = await world.signIn('staff');
    const unsigned = new UnsecuredJWT(decodeJwt(token)).encode();
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const { kid } = decodeProtectedHeader(token);
    const ring = await openKeyRing(world);
    const publicKey = JSON.stringify(await crypto.subtle.exportKey('jwk', (await ring.find(kid!))!));
    const confused = hmac({ alg: 'HS256', kid, typ: 'at+jwt' }, decodeJwt(token), publicKey);
    const stranger = await new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: 'ES256', kid: kid!, typ: 'at+jwt' })
      .sign(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    for (const forged of [unsigned, `${none}.${token.split('.')[1]}.`, confused, stranger])
      expect(await world.ask(bearer(forged))).toBeNull();
  });

  it('is refused from the next request on when its session has ended', async () => {
    const { token, id } = await world.signIn('volunteer');
    const another = await world.signIn('volunteer');
    const elsewhere = await world.signIn('volunteer', 'lake');
    await endSession(world, 'lake', id);
    expect(await world.ask(bearer(token))).not.toBeNull();
    await endSession(world, 'river', id);
    expect(await world.ask(bearer(token))).toBeNull();
    expect(await world.ask(bearer(another.token))).not.toBeNull();
    expect(await endSessionsOf(world, 'river', 'vera')).toBeGreaterThan(0);
    expect(await world.ask(bearer(another.token))).toBeNull();
    expect(await world.ask(bearer(elsewhere.token))).toMatchObject({ campaignId: 'lake' });
  });

  it('is refused when whom it is about is not there any more', async () => {
    const { token } = await world.signIn('volunteer', 'lake');
    await database.inOrganization('lake', 'write', (rows) =>
      rows.deleteFrom('users').where('id', '=', 'vera').execute(),
    );
    expect(await world.ask(bearer(token))).toBeNull();
  });

  it('is overlooked in no other place, and nothing else is taken for it', async () => {
    const { token } = await world.signIn('staff');
    for (const authorization of [
      '',
      'Bearer',
      `Basic ${token}`,
      `Bearer ${token} ${token}`,
      'Bearer x'.repeat(2000),
    ])
      expect(await world.ask({ authorization })).toBeNull();
    expect(await world.ask({ cookie: `__Host-groundswell=${token}` })).toBeNull();
    expect(await world.ask({ 'groundswell-key': token })).toBeNull();
  });
});

function hmac(header: object, body: object, secret: string): string {
  const text = [header, body]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
