import type { Selectable } from 'kysely';

import type { Id } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';
import { DeliveryFailure, type DeliveryPorts, type Parcel } from './delivery-port.js';
import type { MessageTables } from './message-tables.js';

export interface DeliveryOptions {
  readonly database: Database;
  readonly ports: DeliveryPorts;
  readonly now: () => Date;
  /** Told of what a port threw that is no DeliveryFailure. */
  readonly report?: (error: unknown) => void;
}

/** What the job of a message holds. */
export interface MessageJob {
  readonly orgId: Id;
  readonly messageId: Id;
}

type Message = Selectable<MessageTables['messages']>;

/** How long a message is the worker's who took it, in ms: longer than a port may take, shorter than the job is. */
export const CLAIM = 60_000;

/** What is written over a message that nobody may read any more. */
export const blank = (now: Date) => ({
  recipient: '',
  subject: null,
  body: '',
  redacted_at: now.toISOString(),
});

/**
 * Sends one message, unless that has been done. Safe to be called again at any time, by anybody.
 *
 * A worker that dies after the provider took the message and before that is written down leaves it `sending`; it is sent
 * again once the claim has run out, because nobody can know. E-mail then carries the same Message-ID, push the same topic,
 * and a text message the same idempotency key, so that whoever looks at these shows it once.
 *
 * @returns Why it has to be tried again; undefined where nothing is left to do.
 */
export async function deliverMessage(options: DeliveryOptions, job: MessageJob): Promise<string | undefined> {
  const claim = await claimMessage(options, job);
  if (claim === 'taken') return 'in-progress';
  if (claim === undefined) return undefined;
  if (claim.expires_at !== null && Date.parse(claim.expires_at) <= options.now().getTime())
    return await settleFailure(options, claim, new DeliveryFailure('expired', { isPassing: false }));
  const outcome = await hand(options, claim);
  if (outcome instanceof DeliveryFailure) return await settleFailure(options, claim, outcome);
  await settleSuccess(options, claim, outcome);
  return undefined;
}

/** Makes a message this worker's, or says whose it is: another's for now, or nobody's any more. */
async function claimMessage(
  { database, now }: DeliveryOptions,
  { orgId, messageId }: MessageJob,
): Promise<Message | 'taken' | undefined> {
  const at = now();
  return database.inOrganization(orgId, 'write', async (rows) => {
    const claimed = await rows
      .updateTable('messages')
      .set((eb) => ({
        state: 'sending',
        attempts: eb('attempts', '+', 1),
        claimed_at: at.toISOString(),
      }))
      .where('org_id', '=', orgId)
      .where('id', '=', messageId)
      .where((eb) =>
        eb.or([
          eb('state', '=', 'queued'),
          eb.and([
            eb('state', '=', 'sending'),
            eb('claimed_at', '<=', new Date(at.getTime() - CLAIM).toISOString()),
          ]),
        ]),
      )
      .returningAll()
      .executeTakeFirst();
    if (claimed !== undefined) return claimed;
    const found = await rows
      .selectFrom('messages')
      .select('state')
      .where('org_id', '=', orgId)
      .where('id', '=', messageId)
      .executeTakeFirst();
    return found?.state === 'sending' ? 'taken' : undefined;
  });
}

async function hand(
  { ports, report }: DeliveryOptions,
  message: Message,
): Promise<{ readonly providerId?: string } | DeliveryFailure> {
  const port = ports[message.channel];
  if (port === undefined) return new DeliveryFailure('no-port', { isPassing: true });
  try {
    return await port.send(parcelOf(message));
  } catch (error) {
    if (error instanceof DeliveryFailure) return error;
    report?.(error);
    return new DeliveryFailure('internal', { isPassing: true });
  }
}

const parcelOf = (message: Message): Parcel => ({
  orgId: message.org_id,
  id: message.id,
  channel: message.channel,
  to: message.recipient,
  subject: message.subject,
  text: message.body,
  createdAt: message.created_at,
});

/** The provider has it. What its webhook may already have said of it stands. */
async function settleSuccess(
  { database, now }: DeliveryOptions,
  message: Message,
  { providerId }: { readonly providerId?: string },
): Promise<void> {
  const at = now();
  await database.inOrganization(message.org_id, 'write', (rows) =>
    rows
      .updateTable('messages')
      .set((eb) => ({
        state: eb
          .case()
          .when('state', 'in', ['delivered', 'failed'])
          .then(eb.ref('state'))
          .else('sent' as const)
          .end(),
        sent_at: at.toISOString(),
        error_code: eb.case().when('state', '=', 'failed').then(eb.ref('error_code')).else(null).end(),
        ...(providerId === undefined ? {} : { provider_id: providerId }),
        ...(message.expires_at === null ? {} : blank(at)),
      }))
      .where('org_id', '=', message.org_id)
      .where('id', '=', message.id)
      .execute(),
  );
}

/** Back into the queue, or given up. Only while it is still this worker's. */
async function settleFailure(
  { database, now }: DeliveryOptions,
  message: Message,
  { code, isPassing }: DeliveryFailure,
): Promise<string | undefined> {
  await database.inOrganization(message.org_id, 'write', (rows) =>
    rows
      .updateTable('messages')
      .set({
        state: isPassing ? 'queued' : 'dead',
        error_code: code,
        ...(code === 'expired' ? blank(now()) : {}),
      })
      .where('org_id', '=', message.org_id)
      .where('id', '=', message.id)
      .where('state', '=', 'sending')
      .where('attempts', '=', message.attempts)
      .execute(),
  );
  return isPassing ? code : undefined;
}
