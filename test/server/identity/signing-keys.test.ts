import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { INSTALLATION, type Database } from '../../../server/src/database/database.js';
import { openIdentity } from '../../../server/src/identity/open-identity.js';
import { createSeal } from '../../../server/src/identity/seal.js';
import { rotateSigningKey } from '../../../server/src/identity/signing-keys.js';
import { databaseKinds } from '../../suites/server/databases.js';
import {
  bearer,
  buildIdentityWorld,
  ISSUER,
  type IdentityWorld,
} from '../../suites/server/identity-world.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;

describe.runIf(postgres.isHere)('the key that this installation signs with', () => {
  const opened: Database[] = [];
  let world: IdentityWorld;
  beforeEach(async () => {
    const database = await postgres.open();
    opened.push(database);
    world = await buildIdentityWorld(database);
  });
  afterAll(() => Promise.all(opened.map((database) => database.close())));

  const keys = () =>
    world.database.inOrganization(INSTALLATION, 'read', (rows) =>
      rows.selectFrom('signing_keys').selectAll().orderBy('created_at').execute(),
    );
  const askFrom = (identity: IdentityWorld['identity'], token: string) =>
    identity.authenticate(new Request(ISSUER, { headers: bearer(token) }));

  it('is made once, however many processes start together', async () => {
    await world.database.inOrganization(INSTALLATION, 'write', (rows) =>
      rows.deleteFrom('signing_keys').execute(),
    );
    await Promise.all(Array.from({ length: 5 }, () => world.openAnother()));
    expect(await keys()).toHaveLength(1);
  });

  it('can change while living tokens go on until they expire', async () => {
    const before = await world.signIn('volunteer');
    await rotateSigningKey(world);
    world.pass({ seconds: 11 });
    expect(await world.ask(bearer(before.token))).not.toBeNull();
    const after = await world.signIn('volunteer');
    expect(after.token.split('.')[0]).not.toBe(before.token.split('.')[0]);
    world.pass({ minutes: 14 });
    expect(await world.ask(bearer(before.token))).not.toBeNull();
    expect(await world.ask(bearer(after.token))).not.toBeNull();
  });

  it('is known to other processes as soon as one of them signs with it', async () => {
    const another = await world.openAnother();
    await rotateSigningKey(world);
    const third = await world.openAnother();
    const { id } = await world.signIn('volunteer');
    const claims = {
      campaignId: 'river',
      userId: 'vera',
      role: 'volunteer',
      sessionId: id,
      language: 'en',
    } as const;
    const { token } = await third.signToken(claims);
    expect(await askFrom(another, token)).not.toBeNull();
    expect(await world.ask(bearer(token))).not.toBeNull();
  });

  it('is removed when all of its tokens have expired', async () => {
    await rotateSigningKey(world);
    world.pass({ minutes: 17 });
    await rotateSigningKey(world);
    expect(await keys()).toHaveLength(2);
    expect((await keys()).filter(({ retired_at }) => retired_at === null)).toHaveLength(1);
  });

  it('can be let go of at once, with everything that it has signed', async () => {
    const { token } = await world.signIn('staff');
    expect(await world.ask(bearer(token))).not.toBeNull();
    await rotateSigningKey(world, { forgetOld: true });
    expect(await keys()).toHaveLength(1);
    world.pass({ seconds: 10 });
    expect(await world.ask(bearer(token))).toBeNull();
    expect(await world.ask(bearer((await world.signIn('staff')).token))).not.toBeNull();
  });

  it('cannot be used with another secret, which is said in words', async () => {
    const secret = 'another secret of thirty-two bytes and more';
    const opening = openIdentity({ database: world.database, secret, issuer: ISSUER });
    await expect(opening).rejects.toThrow(/sealed with another secret/);
    await expect(openIdentity({ database: world.database, secret: 'short', issuer: ISSUER })).rejects.toThrow(
      'must have at least 32 bytes',
    );
  });

  it('cannot be read from the database, nor be opened in the place of something else', async () => {
    const [kept] = await keys();
    expect(kept?.public_key).not.toHaveProperty('d');
    expect(JSON.stringify(kept)).not.toContain('"d"');
    const thing = { kind: 'signing-key', orgId: INSTALLATION, id: kept!.id } as const;
    expect(JSON.parse(await world.seal.open(thing, kept!.sealed_key))).toHaveProperty('d');
    const others = [
      { ...thing, kind: 'partner-secret' as const },
      { ...thing, orgId: 'river' },
      { ...thing, id: 'x' },
    ];
    for (const other of others) await expect(world.seal.open(other, kept!.sealed_key)).rejects.toThrow();
    await expect(world.seal.open(thing, `${kept!.sealed_key.slice(0, -2)}xx`)).rejects.toThrow();
    await expect(createSeal('b'.repeat(32)).open(thing, kept!.sealed_key)).rejects.toThrow(/^(?!.*eyJ)/);
  });
});
