import { createECDH, createHash, randomBytes, type ECDH } from 'node:crypto';

import { importJWK, jwtVerify } from 'jose';
import webPush from 'web-push';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decrypt } from 'http_ece';

import type { Parcel } from '../../../server/src/delivery/delivery-port.js';
import { createPushPort } from '../../../server/src/delivery/push-port.js';
import {
  createPushSubscriptions,
  type PushSubscriptions,
} from '../../../server/src/delivery/push-subscriptions.js';
import {
  startLoopbackServer,
  type Arrival,
  type LoopbackServer,
} from '../../suites/server/loopback-server.js';
import { message, openMessageWorld, type MessageWorld } from '../../suites/server/message-world.js';

const vapid = { subject: 'mailto:ops@campaign.example', ...webPush.generateVAPIDKeys() };

/** A browser: its keys, and how it reads what the push service hands it. */
class Browser {
  readonly #keys: ECDH = createECDH('prime256v1');
  readonly #secret = randomBytes(16).toString('base64url');
  readonly keys = { p256dh: this.#keys.generateKeys('base64url'), auth: this.#secret };

  read({ body }: Arrival): unknown {
    const options = { version: 'aes128gcm' as const, privateKey: this.#keys, authSecret: this.#secret };
    return JSON.parse(decrypt(body, options).toString('utf8'));
  }
}

describe('push messages', () => {
  let world: MessageWorld;
  let service: LoopbackServer;
  let subscriptions: PushSubscriptions;
  const isService = (endpoint: string) => endpoint.startsWith(service.origin);
  beforeAll(async () => {
    world = await openMessageWorld();
    service = await startLoopbackServer();
    subscriptions = createPushSubscriptions({ database: world.database, now: world.now, isService });
    await world.database.inOrganization('one', 'write', (rows) =>
      rows
        .insertInto('users')
        .values(
          ['rosa', 'sam', 'kim', 'lee', 'ana'].map((id) => ({
            ...{ org_id: 'one', id, first_name: id, last_name: '', email: null, language: 'en' },
            ...{ search_text: id, sort_text: id, role: 'volunteer', district_ids: [] },
          })),
        )
        .execute(),
    );
  });
  beforeEach(() => {
    service.arrivals.length = 0;
    service.answer = () => ({ status: 201 });
  });
  afterAll(async () => {
    await service.close();
    await world.close();
  });

  const send = (userId: string, changes: Partial<Parcel> = {}) =>
    createPushPort({ subscriptions, vapid, isService }).send({
      ...message({ channel: 'push', to: userId, subject: 'Acción', text: '¡Hoy! 🌊' }),
      orgId: 'one',
      ...changes,
    });

  async function subscribe(userId: string, name: string): Promise<Browser> {
    const browser = new Browser();
    const endpoint = `${service.origin}/push/${name}`;
    await subscriptions.save('one', { id: name, userId, endpoint, keys: browser.keys });
    return browser;
  }

  it('are read by the browser they are for, and by nobody on the way', async () => {
    const browser = await subscribe('rosa', 'rosa-phone');
    await send('rosa');
    const [arrival = fail()] = service.arrivals;
    expect(browser.read(arrival)).toEqual({ id: 'm-1', title: 'Acción', body: '¡Hoy! 🌊' });
    expect(arrival.body.includes('Hoy')).toBe(false);
    expect(() => new Browser().read(arrival)).toThrow();
  });

  it('say who sends them, to the service that they are sent to', async () => {
    await subscribe('rosa', 'rosa-phone');
    await send('rosa');
    const [arrival = fail()] = service.arrivals;
    const [, token = '', key = ''] =
      /^vapid t=([^,]+), ?k=(.+)$/.exec(arrival.headers.authorization ?? '') ?? [];
    expect(key).toBe(vapid.publicKey);
    const point = Buffer.from(key, 'base64url');
    const coordinates = {
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const jwk = await importJWK({ kty: 'EC', crv: 'P-256', ...coordinates }, 'ES256');
    const { payload } = await jwtVerify(token, jwk, { audience: service.origin });
    expect(payload.sub).toBe('mailto:ops@campaign.example');
    expect(arrival.headers).toMatchObject({ ttl: '86400', 'content-encoding': 'aes128gcm' });
  });

  it('replace themselves where they are sent twice', async () => {
    await subscribe('rosa', 'rosa-phone');
    await send('rosa');
    await send('rosa');
    await send('rosa', { id: 'm-2' });
    const topics = service.arrivals.map(({ headers }) => headers['topic']);
    const topic = createHash('sha256').update('one/m-1').digest('base64url').slice(0, 32);
    expect(topics.slice(0, 2)).toEqual([topic, topic]);
    expect(topics[2]).not.toBe(topic);
  });

  it.each([404, 410])('take the subscription away that the service answers %i about', async (status) => {
    await subscribe('sam', 'sam-old');
    await subscribe('sam', 'sam-new');
    service.answer = ({ path }) => ({ status: path.endsWith('old') ? status : 201 });
    await send('sam');
    expect((await subscriptions.of('one', 'sam')).map(({ id }) => id)).toEqual(['sam-new']);
  });

  it('are given up for somebody who has no browser left', async () => {
    await subscribe('kim', 'kim-old');
    service.answer = () => ({ status: 410 });
    await expect(send('kim')).rejects.toMatchObject({ code: 'no-subscription', isPassing: false });
    expect(await subscriptions.of('one', 'kim')).toEqual([]);
  });

  it.each([
    { status: 429, isPassing: true },
    { status: 503, isPassing: true },
    { status: 413, isPassing: false },
  ])('keep the subscription and say whether to try again after $status', async ({ status, isPassing }) => {
    await subscribe('lee', 'lee-phone');
    service.answer = () => ({ status });
    await expect(send('lee')).rejects.toMatchObject({ code: `http-${status}`, isPassing });
    expect(await subscriptions.of('one', 'lee')).toHaveLength(1);
  });

  it('go to no address but that of a push service, not even by a detour', async () => {
    const elsewhere = {
      id: 'x',
      userId: 'ana',
      endpoint: 'https://169.254.169.254/latest',
      keys: new Browser().keys,
    };
    await expect(subscriptions.save('one', elsewhere)).rejects.toMatchObject({ code: 'invalid-input' });
    await subscribe('ana', 'ana-phone');
    service.answer = ({ path }) =>
      path.startsWith('/push') ? { status: 307, headers: { location: '/inside' } } : { status: 201 };
    await expect(send('ana')).rejects.toMatchObject({ code: 'unreachable' });
    expect(service.arrivals.map(({ path }) => path)).toEqual(['/push/ana-phone']);
  });

  it('are of one organization: the other has no such subscriber', async () => {
    await subscribe('rosa', 'rosa-phone');
    await expect(send('rosa', { orgId: 'two' })).rejects.toMatchObject({ code: 'no-subscription' });
  });
});

function fail(): never {
  throw new Error('Nothing arrived.');
}
