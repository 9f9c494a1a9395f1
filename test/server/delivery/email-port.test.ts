import { afterEach, describe, expect, it } from 'vitest';

import type { DeliveryPort, Parcel } from '../../../server/src/delivery/delivery-port.js';
import { createEmailPort, type EmailOptions } from '../../../server/src/delivery/email-port.js';
import { listDeadLetters, replayDeadLetters } from '../../../server/src/delivery/dead-letters.js';
import { makeCertificate } from '../../suites/server/certificate.js';
import { startMailServer, type MailServer } from '../../suites/server/mail-server.js';
import { message, openMessageWorld } from '../../suites/server/message-world.js';

/** Without openssl on the machine, the test of encrypted connections is not run. */
const certificate = makeCertificate();

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
  const server = await startMailServer(...options);
  closing.push(() => server.close());
  return server;
}

function portTo({ port }: { port: number }, changes: Partial<EmailOptions> = {}): DeliveryPort {
  const email = createEmailPort({
    ...{ host: '127.0.0.1', port, security: 'none', timeout: 5000 },
    from: { name: 'Río Abierto', address: 'hello@campaign.example' },
    ...changes,
  });
  closing.push(() => email.close?.());
  return email;
}

const parcel = (changes: Partial<Parcel> = {}): Parcel => ({ ...message(), orgId: 'one', ...changes });

describe('e-mail', () => {
  it('arrives with sender, recipient, subject and text as they were written', async () => {
    const server = await serve();
    const text = 'Tu código: 123456\n\n¡Gracias! 谢谢 🌊\n— Río Abierto';
    await portTo(server).send(parcel({ subject: 'Tu código, José', text }));
    const [{ mail, sender, recipients } = fail()] = server.received;
    expect({ sender, recipients }).toEqual({
      sender: 'hello@campaign.example',
      recipients: ['rosa@example.org'],
    });
    expect(mail.from).toMatchObject({ name: 'Río Abierto', address: 'hello@campaign.example' });
    expect(mail.subject).toBe('Tu código, José');
    expect(mail.text?.trimEnd()).toBe(text);
    expect(mail.html).toBeUndefined();
    expect(mail.attachments).toEqual([]);
  });

  it('keeps lines that are too long or begin with dots, and stays within what SMTP allows', async () => {
    const server = await serve();
    const text = `.\n..hidden\n${'wide '.repeat(600)}end\n.\nafter`;
    await portTo(server).send(parcel({ text }));
    const [{ mail, raw } = fail()] = server.received;
    expect(mail.text?.trimEnd()).toBe(text);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('carries the same id and date when it is sent twice, and no machine answers it', async () => {
    const server = await serve();
    const email = portTo(server);
    await email.send(parcel());
    expect(await email.send(parcel())).toEqual({ providerId: '<m-1.one@campaign.example>' });
    const heads = server.received.map(({ mail }) => [mail.messageId, mail.date]);
    expect(heads[0]).toEqual(['<m-1.one@campaign.example>', '2026-03-01T12:00:00.000Z']);
    expect(heads[1]).toEqual(heads[0]);
    const automatic = server.received[0]?.mail.headers.find(({ key }) => key === 'auto-submitted');
    expect(automatic?.value).toBe('auto-generated');
  });

  it('cannot be given more headers or recipients by what somebody wrote', async () => {
    const server = await serve();
    await portTo(server).send(parcel({ subject: 'Hi\r\nBcc: eve@example.net\r\n\r\nbody' }));
    const [{ mail, recipients } = fail()] = server.received;
    expect(recipients).toEqual(['rosa@example.org']);
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe('Hi Bcc: eve@example.net body');
  });

  it.each([
    'rosa@example.org, eve@example.net',
    'rosa@example.org\r\nRCPT TO:<eve@example.net>',
    'Rosa <rosa@example.org>',
    'rosa',
    '',
    '@example.org',
    '"rosa eve"@example.org',
  ])('is not sent to what is no single address: %j', async (to) => {
    const server = await serve();
    await expect(portTo(server).send(parcel({ to }))).rejects.toMatchObject({
      ...{ code: 'invalid-recipient', isPassing: false },
    });
    expect(server.received).toEqual([]);
  });

  it.each([
    { responseCode: 550, isPassing: false },
    { responseCode: 451, isPassing: true },
  ])('says whether a refusal with $responseCode is final, without the words', async (refusal) => {
    const { responseCode, isPassing } = refusal;
    const server = await serve({
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`No ${address}`), { responseCode })),
    });
    const failure = await portTo(server)
      .send(parcel())
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: `smtp-${responseCode}`, isPassing });
    expect(String(failure)).not.toContain('rosa');
  });

  it('is not sent in the clear where encryption is asked for', async () => {
    const server = await serve();
    await expect(portTo(server, { security: 'starttls' }).send(parcel())).rejects.toMatchObject({
      isPassing: true,
    });
    expect(server.received).toEqual([]);
  });

  it.runIf(certificate !== undefined)(
    'speaks to a server that proves who it is, and to no other',
    async () => {
      const { key, cert } = certificate!;
      const logins: (string | undefined)[] = [];
      const server = await serve({
        ...{ key, cert, disabledCommands: [], authOptional: false },
        onAuth: ({ username, password }, _session, done) => {
          logins.push(`${username}/${password}`);
          done(null, { user: username });
        },
      });
      const access = { security: 'starttls', user: 'mailer', password: 'secret' } as const;
      await expect(portTo(server, access).send(parcel())).rejects.toMatchObject({ isPassing: true });
      expect(logins).toEqual([]);
      await portTo(server, { ...access, ca: cert }).send(parcel());
      expect(logins).toEqual(['mailer/secret']);
      expect(server.received).toHaveLength(1);
    },
  );

  it('waits for a server that is down, is given up in the end, and arrives once it is replayed', async () => {
    const gone = await startMailServer();
    await gone.close();
    const world = await openMessageWorld();
    closing.push(() => world.close());
    const ports = { email: portTo(gone) };
    await world.add(message({ id: 'patient' }));
    for (let round = 0; round < 12; round += 1) {
      await world.work(ports);
      await world.pass(6 * 3600);
    }
    await world.work(ports);
    expect(await listDeadLetters(world.database, 'one')).toMatchObject([
      { id: 'patient', attempts: 10, code: 'unreachable' },
    ]);
    const server = await serve({}, gone.port);
    await replayDeadLetters(world.database, 'one');
    await world.work(ports);
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual(['<patient.one@campaign.example>']);
    expect(await world.row('patient')).toMatchObject({ state: 'sent', error_code: null });
  });
});

function fail(): never {
  throw new Error('Nothing arrived.');
}
