import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Database } from '../../../server/src/database/database.js';
import {
  createPublishableKey,
  listPublishableKeys,
  revokePublishableKey,
} from '../../../server/src/identity/publishable-keys.js';
import { databaseKinds } from '../../suites/server/databases.js';
import {
  bearer,
  buildIdentityWorld,
  ISSUER,
  PAGE,
  type IdentityWorld,
} from '../../suites/server/identity-world.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')!;

describe.runIf(postgres.isHere)('a publishable key', () => {
  let world: IdentityWorld;
  let database: Database;
  let key: string;
  beforeAll(async () => {
    database = await postgres.open();
    world = await buildIdentityWorld(database);
    key = await createPublishableKey(world, 'river', [PAGE]);
  });
  afterAll(() => database.close());

  const visit = (headers: Record<string, string> = {}, by = key) =>
    world.ask({ 'groundswell-key': by, ...headers });

  it('makes a visitor of whoever comes from a page that it is for', async () => {
    expect(key).toMatch(/^gs_pk\.river\.[A-Za-z0-9_-]{22}$/);
    const visitor = { role: 'visitor', campaignId: 'river', language: 'es' };
    expect(await visit({ origin: PAGE })).toEqual(visitor);
    expect(await visit({ origin: PAGE, 'accept-language': 'en-GB,en;q=0.9' })).toEqual({
      ...visitor,
      language: 'en-GB',
    });
  });

  it('recognizes a guest by what the device keeps, and lets one with a broken id in all the same', async () => {
    expect(await visit({ 'groundswell-guest': 'guest-1' })).toMatchObject({ guestId: 'guest-1' });
    expect(await visit({ 'groundswell-guest': "no'id" })).not.toHaveProperty('guestId');
  });

  it('is refused on every other page', async () => {
    const others = [
      'https://partner.example.evil.example',
      'http://partner.example',
      'https://partner.example:8443',
    ];
    for (const origin of [
      ...others,
      'https://sub.partner.example',
      'null',
      '',
      '*',
      `${PAGE}/`,
      `${PAGE} ${PAGE}`,
    ])
      await expect(visit({ origin }), origin).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is taken from programs, which have no origin, and from our own pages', async () => {
    expect(await visit()).not.toBeNull();
    expect(await visit({ origin: ISSUER })).not.toBeNull();
  });

  it('is taken from anywhere where that was said', async () => {
    const open = await createPublishableKey(world, 'river', ['*']);
    expect(await visit({ origin: 'https://anywhere.example' }, open)).not.toBeNull();
    expect(await visit({ origin: 'null' }, open)).not.toBeNull();
    await revokePublishableKey(world, open);
  });

  it('is refused when it was made up', async () => {
    const [, , id = ''] = key.split('.');
    const madeUp = [
      '',
      'gs_pk',
      `gs_pk.lake.${id}`,
      `gs_pk.-.${id}`,
      `${key}x`,
      key.replace('pk', 'sk'),
      `${key}, ${key}`,
    ];
    for (const text of madeUp) expect(await visit({ origin: PAGE }, text), text).toBeNull();
  });

  it('is needed where nothing else says who asks', async () => {
    expect(await world.ask({})).toBeNull();
    expect(await world.ask({ 'groundswell-guest': 'guest-1', origin: ISSUER })).toBeNull();
  });

  it('does not make up for a token that is refused', async () => {
    expect(await visit(bearer('broken'))).toBeNull();
    expect(await visit({ authorization: 'Basic dXNlcjpwYXNz' })).toBeNull();
  });

  it('stands beside a token of its own organization and of no other', async () => {
    const river = await world.signIn('volunteer');
    const lake = await world.signIn('volunteer', 'lake');
    expect(await visit({ ...bearer(river.token), origin: PAGE })).toMatchObject({ userId: 'vera' });
    expect(await visit({ ...bearer(lake.token), origin: PAGE })).toBeNull();
    expect(await visit(bearer(lake.token))).toBeNull();
  });

  it('is the list of pages on which a token of its organization is taken', async () => {
    const { token } = await world.signIn('volunteer');
    expect(await world.ask({ ...bearer(token), origin: PAGE })).not.toBeNull();
    expect(await world.ask({ ...bearer(token), origin: 'https://thief.example' })).toBeNull();
    const elsewhere = await world.signIn('volunteer', 'lake');
    expect(await world.ask({ ...bearer(elsewhere.token), origin: PAGE })).toBeNull();
    expect(await world.identity.gate.allows('river', PAGE)).toBe(true);
    expect(await world.identity.gate.allows('lake', PAGE)).toBe(false);
  });

  it('is refused everywhere ten seconds after it was revoked, also beside a token', async () => {
    const short = await createPublishableKey(world, 'river', ['https://short.example']);
    const { token } = await world.signIn('volunteer');
    expect(await visit({ origin: 'https://short.example' }, short)).not.toBeNull();
    expect(await revokePublishableKey(world, short)).toBe(true);
    expect(await revokePublishableKey(world, short)).toBe(false);
    world.pass({ seconds: 11 });
    expect(await visit({}, short)).toBeNull();
    expect(await visit(bearer(token), short)).toBeNull();
    expect(await world.identity.gate.allows('river', 'https://short.example')).toBe(false);
  });

  it('can be looked up again', async () => {
    const kept = await listPublishableKeys(database, 'river');
    expect(kept).toContainEqual(expect.objectContaining({ key, allowedOrigins: [PAGE], revokedAt: null }));
    expect(kept.filter(({ revokedAt }) => revokedAt !== null)).toHaveLength(2);
    expect(await listPublishableKeys(database, 'lake')).toEqual([]);
  });

  it('is not made for what is no origin, nor for an organization that is not there', async () => {
    for (const origin of [
      '',
      'partner.example',
      `${PAGE}/`,
      'HTTPS://PARTNER.EXAMPLE',
      'https://*.example',
      'null',
      'data:,',
    ])
      await expect(createPublishableKey(world, 'river', [origin])).rejects.toThrow(/is not an origin/);
    await expect(createPublishableKey(world, 'nowhere', [PAGE])).rejects.toThrow(
      'There is no organization nowhere.',
    );
  });
});
