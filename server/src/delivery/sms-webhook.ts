import * as z from 'zod/mini';

import type { Id } from '@groundswell/elements/domain';
import { readText } from '@groundswell/elements/http';

import type { Database, Rows } from '../database/database.js';
import { decideMessageState } from './decide-message-state.js';
import { isSignedByTwilio } from './twilio-signature.js';

export interface SmsWebhookOptions {
  readonly database: Database;
  /** The provider's secret that it signs with. */
  readonly authToken: string;
  /** Where the provider reaches this server, such as `https://actions.example.org`: what it signs is the address it called. */
  readonly publicOrigin: string;
  readonly now: () => Date;
  readonly newId: () => Id;
}

/** Where the provider tells what became of a message. Ids only: addresses end up in logs. */
export const smsStatusUrl = (publicOrigin: string, orgId: Id, messageId: Id): string =>
  `${publicOrigin}${SMS_WEBHOOKS}/${orgId}/status?message=${messageId}`;

/** Where the provider hands over what people write to an organization. To be entered with the provider. */
export const smsInboundUrl = (publicOrigin: string, orgId: Id): string =>
  `${publicOrigin}${SMS_WEBHOOKS}/${orgId}/inbound`;

/** All addresses that the webhook answers begin with this. */
export const SMS_WEBHOOKS = '/webhooks/sms';

const ROUTE = new RegExp(`^${SMS_WEBHOOKS}/([A-Za-z0-9_-]{1,64})/(status|inbound)$`);

/** The longest form that is read, in bytes: a text message has 1600 characters at the most. */
const LONGEST = 64 * 1024;

/**
 * Answers the provider of text messages: states of messages, and messages that people write. What isn't signed is
 * refused, what is told twice changes nothing. The address says which organization it is about, and is signed too.
 */
export function createSmsWebhook(options: SmsWebhookOptions): (request: Request) => Promise<Response> {
  const { database, authToken, publicOrigin } = options;
  return async (request) => {
    const { pathname, search, searchParams } = new URL(request.url);
    const [, orgId, about] = ROUTE.exec(pathname) ?? [];
    if (orgId === undefined) return answer(404);
    if (request.method !== 'POST') return answer(405, { allow: 'POST' });
    const form = new URLSearchParams(await readText(request, LONGEST));
    const signed = { url: `${publicOrigin}${pathname}${search}`, fields: form };
    if (!isSignedByTwilio(authToken, request.headers.get('x-twilio-signature'), signed)) return answer(403);
    const keep = about === 'status' ? keepState : keepInbound;
    return database.inOrganization(orgId, 'write', (rows) =>
      keep(rows, { ...options, orgId, form, messageId: searchParams.get('message') ?? '' }),
    );
  };
}

interface Report extends SmsWebhookOptions {
  readonly orgId: Id;
  readonly messageId: Id;
  readonly form: URLSearchParams;
}

const status = z.object({
  MessageSid: z.string().check(z.minLength(1), z.maxLength(100)),
  MessageStatus: z.string(),
  ErrorCode: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
});

async function keepState(rows: Rows, { orgId, messageId, form }: Report): Promise<Response> {
  const told = status.safeParse(Object.fromEntries(form));
  if (!told.success) return answer(400);
  const message = await rows
    .selectFrom('messages')
    .select('state')
    .where('org_id', '=', orgId)
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  if (message === undefined) return answer(404);
  const state = decideMessageState(message.state, told.data.MessageStatus);
  if (state === undefined) return answer(204);
  const code = state === 'failed' ? `sms-${told.data.ErrorCode ?? 'failed'}` : null;
  await rows
    .updateTable('messages')
    .set({ state, error_code: code, provider_id: told.data.MessageSid })
    .where('org_id', '=', orgId)
    .where('id', '=', messageId)
    .execute();
  return answer(204);
}

const inbound = z.object({
  MessageSid: z.string().check(z.minLength(1), z.maxLength(100)),
  From: z.string().check(z.maxLength(100)),
  To: z.string().check(z.maxLength(100)),
  Body: z.string(),
});

async function keepInbound(rows: Rows, { orgId, form, now, newId }: Report): Promise<Response> {
  const told = inbound.safeParse(Object.fromEntries(form));
  if (!told.success) return answer(400);
  const { MessageSid, From, To, Body } = told.data;
  const organization = await rows
    .selectFrom('campaigns')
    .select('org_id')
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  if (organization === undefined) return answer(404);
  await rows
    .insertInto('inbound_messages')
    .values({
      ...{ org_id: orgId, id: newId(), channel: 'sms', sender: From, recipient: To },
      // PostgreSQL has no sign for it, and neither has a text message.
      ...{ body: Body.replaceAll('\0', ''), provider_id: MessageSid, received_at: now().toISOString() },
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'provider_id']).doNothing())
    .execute();
  return new Response('<Response/>', { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' } });
}

const answer = (code: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: code, headers });
