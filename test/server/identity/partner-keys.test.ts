import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Database } from '../../../server/src/database/database.js';
import { registerPartnerKey, type PartnerKey } from '../../../server/src/identity/partner-keys.js';
import { databaseKinds } from '../../suites/server/databases.js';
import { buildIdentityWorld, type IdentityWorld } from '../../suites/server/identity-world.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;

describe.runIf(postgres.isHere)('registering the key of a partner', () => {
  let world: IdentityWorld;
  let database: Database;
  let privateKey: JWK;
  let publicKey: JWK;
  beforeAll(async () => {
    database = await postgres.open();
    world = await buildIdentityWorld(database);
    const pair = await generateKeyPair('ES256', { extractable: true });
    privateKey = await exportJWK(pair.privateKey);
    publicKey = await exportJWK(pair.publicKey);
  });
  afterAll(() => database.close());

  const register = (key: PartnerKey, name = 'Host') => registerPartnerKey(world, 'river', { name, key });

  it('keeps the name that the partner has given it, where that can be one', async () => {
    expect(await register({ alg: 'ES256', publicKey: { ...publicKey, kid: 'host-2026' } })).toBe('host-2026');
    expect(await register({ alg: 'ES256', publicKey: { ...publicKey, kid: 'not an id' } })).toMatch(
      /^[\w-]{43}$/,
    );
    await expect(register({ alg: 'ES256', publicKey })).rejects.toThrow(/registered already/);
  });

  it('keeps a shared secret sealed', async () => {
    const secret = 'the-secret-that-nobody-may-read-here';
    const kid = await register({ alg: 'HS256', secret });
    const kept = await database.inOrganization('river', 'read', (rows) =>
      rows.selectFrom('partner_keys').selectAll().where('id', '=', kid).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('refuses what is weak, private or something else, and does not repeat it', async () => {
    const rsa = await exportJWK((await generateKeyPair('RS256', { extractable: true })).publicKey);
    const short = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: 1024,
        publicExponent: new Uint8Array([1, 0, 1]),
      },
      true,
      ['sign', 'verify'],
    );
    const weak = await crypto.subtle.exportKey('jwk', short.publicKey);
    const secret = 'thirty-one bytes are not enough';
    const refused: [PartnerKey, RegExp][] = [
      [{ alg: 'HS256', secret }, /at least 32 bytes/],
      [{ alg: 'ES256', publicKey: privateKey }, /private key/],
      [{ alg: 'ES256', publicKey: { kty: 'oct', k: 'c2VjcmV0' } }, /private key/],
      [{ alg: 'ES256', publicKey: rsa }, /not a public key for ES256/],
      [{ alg: 'EdDSA', publicKey }, /not a public key for EdDSA/],
      [{ alg: 'ES256', publicKey: {} }, /not a public key for ES256/],
      [{ alg: 'ES256', publicKey: { ...publicKey, x: 'AAAA' } }, /not a public key for ES256/],
      [{ alg: 'RS256', publicKey: { kty: 'RSA', n: weak.n!, e: weak.e! } }, /at least 2048 bits/],
    ];
    for (const [key, words] of refused) {
      const error: unknown = await register(key).catch((reason: unknown) => reason);
      expect(String(error)).toMatch(words);
      expect(String(error)).not.toMatch(/thirty-one|c2VjcmV0/);
      expect(String(error)).not.toContain(privateKey.d);
    }
  });

  it('refuses a partner without a name, and an organization that is not there', async () => {
    await expect(register({ alg: 'ES256', publicKey }, ' ')).rejects.toThrow(/has a name/);
    const key = { alg: 'ES256', publicKey } as const;
    await expect(registerPartnerKey(world, 'nowhere', { name: 'Host', key })).rejects.toThrow(
      /no organization/,
    );
  });
});
