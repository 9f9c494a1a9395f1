import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type { Database } from '../../../server/src/database/database.js';
import { openDatabase } from '../../../server/src/database/open-database.js';
import { openIdentity, type Identity } from '../../../server/src/identity/open-identity.js';
import { createPostgresDatabase } from '../../suites/server/databases.js';
import { bearer, ISSUER, SECRET } from '../../suites/server/identity-world.js';
import { typeCommand } from '../../suites/server/type-command.js';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-access-'));
const SHARED = 'a secret that the host and the server share';

const write = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(inject('postgresUrl') !== '')('whoever runs an installation', () => {
  let environment: Record<string, string>;
  let database: Database;
  let identity: Identity;
  const type = (...args: string[]) => typeCommand(args, environment);
  const print = async (...args: string[]) => (await type(...args)).out.trim();

  beforeAll(async () => {
    const url = await createPostgresDatabase();
    environment = {
      ...{ GROUNDSWELL_DATA: join(folder, 'data'), GROUNDSWELL_SECRET: SECRET },
      ...{ DATABASE_URL: url, LOG_LEVEL: 'silent' },
    };
    await type('create-org', 'tide', '--name', 'Tide Watchers');
    database = await openDatabase({ kind: 'postgres', url, connections: 2 });
    identity = await openIdentity({ database, secret: SECRET, issuer: ISSUER, now: () => new Date() });
  });
  afterAll(() => database.close());

  const ask = (token: string) =>
    identity.authenticate(new Request(`${ISSUER}/v1/feed`, { headers: bearer(token) }));
  const vouch = async (alg: string, kid: string, key: CryptoKey | Uint8Array) =>
    ask(
      await new SignJWT({ purpose: 'partner', org: 'tide', email: 'zoe@host.example' })
        .setProtectedHeader({ alg, kid })
        .setSubject('user 17')
        .setAudience('groundswell')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(key),
    );

  it('sees every publishable key with its pages, and which of them was revoked', async () => {
    const first = await print('create-key', 'tide', '--origin', 'https://a.example', 'https://b.example');
    const second = await print('create-key', 'tide', '--origin', '*');
    expect(await type('revoke-key', first)).toEqual({
      ...{ code: 0, out: `${first}\n`, err: 'Pages that carry it are refused within ten seconds.\n' },
    });
    expect(await type('keys', 'tide')).toEqual({
      ...{ code: 0, err: '' },
      out: `${first}\thttps://a.example https://b.example\trevoked\n${second}\t*\tvalid\n`,
    });
    expect(await type('revoke-key', first)).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    ['ES256', 'PEM'],
    ['EdDSA', 'JWK'],
    ['RS256', 'PEM'],
  ])('lets a partner vouch for its users with %s as %s, until they revoke it', async (alg, form) => {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
    const text = form === 'PEM' ? await exportSPKI(publicKey) : JSON.stringify(await exportJWK(publicKey));
    const added = await type('add-partner', 'tide', 'Host', '--key', write(`${alg}.public`, text));
    expect(added).toMatchObject({ code: 0, err: '' });
    const kid = added.out.trim();
    expect(await vouch(alg, kid, privateKey)).toMatchObject({ role: 'volunteer', campaignId: 'tide' });
    expect(await type('revoke-partner', 'tide', '--', kid)).toEqual({ code: 0, out: `${kid}\n`, err: '' });
    expect(await vouch(alg, kid, privateKey)).toBeNull();
    expect(await type('revoke-partner', 'tide', '--', kid)).toMatchObject({ code: 2, out: '' });
  });

  it('lets a partner vouch with a secret out of a file, without the line break at its end', async () => {
    const added = await type('add-partner', 'tide', 'Host', '--secret', write('shared', `${SHARED}\n`));
    expect([added.code, added.err]).toEqual([0, '']);
    const key = createSecretKey(SHARED, 'utf8').export();
    expect(await vouch('HS256', added.out.trim(), key)).toMatchObject({ role: 'volunteer' });
  });

  it('is told what a file holds that is no key of a partner, and nothing of it is repeated', async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    const other = await generateKeyPair('ES384', { extractable: true });
    const pem = await exportSPKI(pair.publicKey);
    const refused: [option: string, content: string | Uint8Array, words: RegExp][] = [
      ['--key', await exportPKCS8(pair.privateKey), /private key/],
      ['--key', JSON.stringify(await exportJWK(pair.privateKey)), /private key/],
      [
        '--key',
        '-----BEGIN PUBLIC KEY-----\nc2VjcmV0\n-----END PUBLIC KEY-----\n',
        /not a public key as PEM/,
      ],
      ['--key', await exportSPKI(other.publicKey), /one of P-256, Ed25519 or RSA/],
      ['--key', '{"kty":"oct","k":"c2VjcmV0"}', /one of P-256, Ed25519 or RSA/],
      ['--key', SHARED, /not a public key as a JWK or PEM/],
      ['--key', 'null', /not a public key as a JWK or PEM/],
      ['--secret', pem, /a public key goes with --key/],
      ['--secret', ' {"kty":"EC"}', /a public key goes with --key/],
      ['--secret', 'c2VjcmV0 is too short', /at least 32 bytes/],
      ['--secret', new Uint8Array(48).fill(0xff), /not text in UTF-8/],
    ];
    for (const [option, content, words] of refused) {
      const answer = await type('add-partner', 'tide', 'Host', option, write('refused', content));
      expect(answer).toEqual({ code: 2, out: '', err: expect.stringMatching(words) as string });
      expect(answer.err).not.toMatch(/c2VjcmV0|the host and the server/);
    }
  });

  it.each([
    [['add-partner', 'tide', 'Host'], /either --key <file> or --secret <file>/],
    [['add-partner', 'tide', 'Host', '--key', 'a', '--secret', 'b'], /either --key <file> or --secret/],
    [['add-partner', 'tide', 'Host', '--secret', join(folder, 'nowhere')], /there is no such file/],
    [['add-partner', 'tide', ' ', '--secret', write('good', SHARED)], /has a name/],
    [['add-partner', 'nowhere', 'Host', '--secret', write('good', SHARED)], /no organization nowhere/],
    [['keys', 'nowhere'], /no organization nowhere/],
    [['revoke-key', 'gs_pk.tide.nothing'], /no such key/],
    [['revoke-partner', 'tide', 'nothing'], /no such key of a partner/],
    [['revoke-partner', 'tide', '-x7'], /unknown option '-x7'/],
    [['end-sessions', 'tide', 'nobody'], /nobody of this address or id in tide/],
  ])('is told what is wrong with %j, with code 2', async (args, words) => {
    expect(await type(...args)).toEqual({ code: 2, out: '', err: expect.stringMatching(words) as string });
  });

  it('signs somebody out everywhere, by address or by id', async () => {
    const userId = await print('create-admin', 'tide', 'ada@example.org');
    const signIn = async (id: string) => {
      const times = { created_at: new Date().toISOString(), expires_at: '2999-01-01T00:00:00.000Z' };
      const session = { org_id: 'tide', id, user_id: userId, ended_at: null, ...times };
      await database.inOrganization('tide', 'write', (rows) =>
        rows.insertInto('sessions').values(session).execute(),
      );
      const claims = { campaignId: 'tide', userId, role: 'staff', sessionId: id, language: 'en' } as const;
      return (await identity.signToken(claims)).token;
    };
    const tokens = [await signIn('laptop'), await signIn('phone')];
    expect(await ask(tokens[0]!)).toMatchObject({ role: 'staff', userId });
    expect(await type('end-sessions', 'tide', 'ADA@example.org')).toEqual({
      ...{ code: 0, out: `${userId}\t2\n`, err: '' },
    });
    expect(await Promise.all(tokens.map(ask))).toEqual([null, null]);
    expect((await type('end-sessions', 'tide', '--', userId)).out).toBe(`${userId}\t0\n`);
  });

  it('signs somebody out whom a partner vouches for, and does not repeat an address that nobody has', async () => {
    const kid = await print('add-partner', 'tide', 'Another', '--secret', write('another', SHARED));
    const key = createSecretKey(SHARED, 'utf8').export();
    const iat = Math.floor(Date.now() / 1000) - 5;
    const claims = {
      purpose: 'partner',
      org: 'tide',
      aud: 'groundswell',
      sub: 'user 18',
      iat,
      exp: iat + 60,
    };
    const said = { ...claims, email: 'yan@host.example' };
    const token = await new SignJWT(said).setProtectedHeader({ alg: 'HS256', kid }).sign(key);
    expect(await ask(token)).toMatchObject({ role: 'volunteer' });
    expect((await type('end-sessions', 'tide', 'yan@host.example')).out).toMatch(/^partner-[\w-]{43}\t0\n$/);
    expect(await ask(token)).toBeNull();
    const { code, err } = await type('end-sessions', 'tide', 'who@host.example');
    expect(code).toBe(2);
    expect(err).not.toContain('who@');
  });
});
