import type { Id } from '@groundswell/elements/domain';

import type { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import type { DeliveryPorts } from '../delivery/delivery-port.js';
import { createDevelopmentOutbox } from '../delivery/development-outbox.js';
import { createEmailPort, type EmailOptions } from '../delivery/email-port.js';
import { createOutboxPage, OUTBOX_PATH } from '../delivery/outbox-page.js';
import { createPushPort } from '../delivery/push-port.js';
import { createPushSubscriptions } from '../delivery/push-subscriptions.js';
import { createSmsPort } from '../delivery/sms-port.js';
import { createSmsWebhook, SMS_WEBHOOKS, smsStatusUrl } from '../delivery/sms-webhook.js';
import type { ExtraRoute } from '../http/app-parts.js';

export interface DeliveryParts {
  readonly ports: DeliveryPorts;
  /** The development outbox, and where the provider of text messages answers. */
  readonly routes: readonly ExtraRoute[];
}

export interface DeliveryOptions {
  readonly settings: Settings;
  readonly database: Database;
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly newId: () => Id;
}

/** The ways to people that the settings name; in development the others end in the outbox. */
export function openDelivery(options: DeliveryOptions): DeliveryParts {
  const real = realPorts(options);
  const webhooks = webhooksOf(options);
  if (options.settings.mode === 'production') return { ports: real, routes: webhooks };
  const outbox = createDevelopmentOutbox();
  const show = createOutboxPage(outbox);
  const page: ExtraRoute = {
    ...{ path: OUTBOX_PATH, name: 'outbox', pages: 'any' },
    handle: (request, { address }) => show(request, address),
  };
  return { ports: { ...outbox.ports, ...real }, routes: [...webhooks, page] };
}

function realPorts({ settings, database, publicUrl, now }: DeliveryOptions): DeliveryPorts {
  const { mail, push, sms } = settings;
  return {
    ...(mail && { email: createEmailPort(toEmailOptions(mail)) }),
    ...(push && {
      push: createPushPort({ subscriptions: createPushSubscriptions({ database, now }), vapid: push }),
    }),
    ...(sms && {
      sms: createSmsPort({
        accountSid: sms.accountId,
        authToken: sms.authToken,
        from: sms.from,
        baseUrl: sms.apiUrl,
        statusUrl: (orgId, messageId) => smsStatusUrl(publicUrl, orgId, messageId),
      }),
    }),
  };
}

function webhooksOf({ settings, database, publicUrl, now, newId }: DeliveryOptions): readonly ExtraRoute[] {
  if (settings.sms === undefined) return [];
  const { authToken } = settings.sms;
  const handle = createSmsWebhook({ database, authToken, publicOrigin: publicUrl, now, newId });
  return [{ path: SMS_WEBHOOKS, name: 'sms-webhook', pages: 'any', handle: (request) => handle(request) }];
}

/** `smtps` is encrypted from the first byte; `smtp` to another machine has to become so before anything is sent. */
export function toEmailOptions({ url, from }: NonNullable<Settings['mail']>): EmailOptions {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const security = protocol === 'smtps:' ? 'tls' : isHere ? 'none' : 'starttls';
  const [, name = '', address = from] = /^(.*)<(.+)>$/.exec(from) ?? [];
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? { tls: 465, starttls: 587, none: 25 }[security] : Number(port),
    security,
    ...(username === ''
      ? {}
      : { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
    from: { name: name.trim().replaceAll('"', ''), address: address.trim() },
  };
}
