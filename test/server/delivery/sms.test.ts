import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { SETTING_LIST } from '../../../server/src/config/setting-list.js';
import { createSmsPort } from '../../../server/src/delivery/sms-port.js';
import { createSmsWebhook, smsInboundUrl, smsStatusUrl } from '../../../server/src/delivery/sms-webhook.js';
import { signTwilioRequest } from '../../../server/src/delivery/twilio-signature.js';
import { startLoopbackServer, type LoopbackServer } from '../../suites/server/loopback-server.js';
import { message, openMessageWorld, type MessageWorld } from '../../suites/server/message-world.js';

const account = { accountSid: 'AC123', authToken: 'the-token', from: '+15005550006' };

describe('text messages', () => {
  let world: MessageWorld;
  let provider: LoopbackServer;
  let ours: { origin: string; close: () => void };
  let ids = 0;
  beforeAll(async () => {
    world = await openMessageWorld();
    provider = await startLoopbackServer();
    ours = await startWebhook(world, () => `in-${(ids += 1)}`);
  });
  beforeEach(() => {
    provider.arrivals.length = 0;
    provider.answer = () => ({ status: 201, body: JSON.stringify({ sid: 'SM1', status: 'queued' }) });
  });
  afterAll(async () => {
    ours.close();
    await provider.close();
    await world.close();
  });

  const sms = () =>
    createSmsPort({
      ...account,
      baseUrl: provider.origin,
      statusUrl: (orgId, id) => smsStatusUrl(ours.origin, orgId, id),
    });
  const text = (id: string, changes = {}) =>
    message({ id, channel: 'sms', to: '+14155550100', subject: null, text: '¡Vota! 🗳', ...changes });

  /** What the provider does: a form, signed with the token of the account. */
  const tell = (url: string, form: Record<string, string>, token = account.authToken) =>
    fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'x-twilio-signature': signTwilioRequest(token, url, Object.entries(form)) },
    });

  it('are handed to the provider with our account, and their state comes back signed', async () => {
    await world.add(text('sms-1'));
    await world.work({ sms: sms() });
    const [{ path, headers, body } = fail()] = provider.arrivals;
    expect(path).toBe('/2010-04-01/Accounts/AC123/Messages.json');
    expect(headers.authorization).toBe(`Basic ${Buffer.from('AC123:the-token').toString('base64')}`);
    const form = Object.fromEntries(new URLSearchParams(body.toString()));
    const statusUrl = `${ours.origin}/webhooks/sms/one/status?message=sms-1`;
    expect(form).toEqual({
      ...{ To: '+14155550100', From: '+15005550006', Body: '¡Vota! 🗳', StatusCallback: statusUrl },
    });
    expect(await world.row('sms-1')).toMatchObject({ state: 'sent', provider_id: 'SM1' });
    for (const MessageStatus of ['sent', 'delivered', 'sent', 'delivered'])
      expect((await tell(statusUrl, { MessageSid: 'SM1', MessageStatus })).status).toBe(204);
    expect(await world.row('sms-1')).toMatchObject({ state: 'delivered', error_code: null });
  });

  it.each([
    ['+15005550006', 'From'],
    ['MG City', 'From'],
    [`MG${'0a'.repeat(16)}`, 'MessagingServiceSid'],
  ])('come from %s, beneath the address that was set', async (from, field) => {
    const { SMS_FROM } = SETTING_LIST;
    expect(SMS_FROM.shape.safeParse(from).success).toBe(true);
    const port = createSmsPort({ ...account, from, baseUrl: `${provider.origin}/sms` });
    await port.send({ ...text('x'), orgId: 'one' });
    const [{ path, body } = fail()] = provider.arrivals;
    expect(path).toBe('/sms/2010-04-01/Accounts/AC123/Messages.json');
    expect(new URLSearchParams(body.toString()).get(field)).toBe(from);
  });

  it('stay delivered where the provider says so before it has answered us', async () => {
    provider.answer = async ({ body }) => {
      const url = new URLSearchParams(body.toString()).get('StatusCallback') ?? '';
      await tell(url, { MessageSid: 'SM2', MessageStatus: 'delivered' });
      return { status: 201, body: JSON.stringify({ sid: 'SM2' }) };
    };
    await world.add(text('sms-2'));
    await world.work({ sms: sms() });
    expect(await world.row('sms-2')).toMatchObject({ state: 'delivered', provider_id: 'SM2' });
  });

  it('that could not be delivered say why, by the number of the reason', async () => {
    await world.add(text('sms-3'));
    await world.work({ sms: sms() });
    const url = smsStatusUrl(ours.origin, 'one', 'sms-3');
    await tell(url, { MessageSid: 'SM3', MessageStatus: 'undelivered', ErrorCode: '30005' });
    expect(await world.row('sms-3')).toMatchObject({ state: 'failed', error_code: 'sms-30005' });
  });

  it.each([
    { status: 400, code: 21211, expected: 'sms-21211', isPassing: false },
    { status: 429, code: 20429, expected: 'sms-20429', isPassing: true },
    { status: 401, code: 20003, expected: 'sms-20003', isPassing: true },
    { status: 503, code: undefined, expected: 'http-503', isPassing: true },
  ])('that are refused with $status and $code are $expected, without words', async (refusal) => {
    const { status, code, expected, isPassing } = refusal;
    provider.answer = () => ({ status, body: JSON.stringify({ code, message: 'No +14155550100' }) });
    const failure = await sms()
      .send({ ...text('x'), orgId: 'one' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: expected, isPassing });
    expect(String(failure)).not.toContain('0100');
  });

  it('count as taken when the provider says so in an answer that cannot be read', async () => {
    provider.answer = () => ({ status: 201, body: 'gateway says hi' });
    expect(await sms().send({ ...text('x'), orgId: 'one' })).toEqual({});
  });

  it.each(['4155550100', '+1 415 555 0100', '+14155550100,+14155550101', '', 'rosa'])(
    'go to telephone numbers only: %j',
    async (to) => {
      await expect(sms().send({ ...text('x', { to }), orgId: 'one' })).rejects.toMatchObject({
        ...{ code: 'invalid-recipient', isPassing: false },
      });
      expect(provider.arrivals).toEqual([]);
    },
  );

  const inbound = () =>
    world.database.inOrganization('one', 'read', (rows) =>
      rows.selectFrom('inbound_messages').select(['sender', 'body']).execute(),
    );

  it('that people write are kept once, however often they are handed over', async () => {
    const form = { MessageSid: 'SMin', From: '+14155550100', To: '+15005550006', Body: 'STOP 🛑' };
    for (let time = 0; time < 3; time += 1) {
      const answer = await tell(smsInboundUrl(ours.origin, 'one'), form);
      expect([answer.status, await answer.text()]).toEqual([200, '<Response/>']);
    }
    expect(await inbound()).toEqual([{ sender: '+14155550100', body: 'STOP 🛑' }]);
  });

  it('are not believed without the right signature, or with that of another address', async () => {
    const form = { MessageSid: 'SMbad', From: '+14155550100', To: '+15005550006', Body: 'Hi' };
    const url = smsInboundUrl(ours.origin, 'one');
    expect((await tell(url, form, 'wrong')).status).toBe(403);
    expect((await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).status).toBe(403);
    const elsewhere = signTwilioRequest(
      account.authToken,
      url.replace('/one/', '/two/'),
      Object.entries(form),
    );
    const replayed = await fetch(url, {
      ...{ method: 'POST', body: new URLSearchParams(form) },
      headers: { 'x-twilio-signature': elsewhere },
    });
    expect(replayed.status).toBe(403);
    expect(await inbound()).toHaveLength(1);
  });

  it('of an organization or a message that is not there are not known, and a form without them is none', async () => {
    const form = { MessageSid: 'SMx', From: '+14155550100', To: '+15005550006', Body: 'Hi' };
    expect((await tell(smsInboundUrl(ours.origin, 'three'), form)).status).toBe(404);
    const told = { MessageSid: 'SM1', MessageStatus: 'failed' };
    expect((await tell(smsStatusUrl(ours.origin, 'two', 'sms-1'), told)).status).toBe(404);
    expect((await tell(smsInboundUrl(ours.origin, 'one'), { MessageSid: 'SMx' })).status).toBe(400);
    expect((await fetch(smsInboundUrl(ours.origin, 'one'))).status).toBe(405);
    expect(await world.row('sms-1')).toMatchObject({ state: 'delivered' });
  });
});

/** Our side, as the provider reaches it. */
async function startWebhook({ database, now }: MessageWorld, newId: () => string) {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const publicOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { authToken } = account;
  const webhook = createSmsWebhook({ database, now, newId, publicOrigin, authToken });
  const listener = getRequestListener(webhook);
  server.on('request', (request, response) => void listener(request, response));
  return {
    origin: publicOrigin,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function fail(): never {
  throw new Error('Nothing arrived.');
}
