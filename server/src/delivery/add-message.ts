import { sql } from 'kysely';

import type { MessagePort, OutgoingMessage } from '@groundswell/elements/backend';
import type { Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';

/**
 * Keeps a message and queues its delivery, both in the transaction that `rows` is: it lands whole or not at all. The job
 * holds ids only. A message whose id is already there is left as it is.
 */
export async function addMessage(rows: Rows, orgId: Id, message: OutgoingMessage): Promise<void> {
  const added = await rows
    .insertInto('messages')
    .values({
      org_id: orgId,
      id: message.id,
      channel: message.channel,
      recipient: message.to,
      subject: message.subject,
      body: message.text,
      state: 'queued',
      created_at: message.createdAt,
      expires_at: message.expiresAt ?? null,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added !== undefined) await queueMessage(rows, message.id);
}

/** Puts a job for a message of this transaction's organization into the queue, by the one door that the application has. */
export async function queueMessage(rows: Rows, messageId: Id): Promise<void> {
  await sql`select groundswell_queue_message(${messageId})`.execute(rows);
}

/** The port of the store that messages go through: part of the transaction that writes them. */
export const messagesOf = ({ rows, orgId }: { readonly rows: Rows; readonly orgId: Id }): MessagePort => ({
  add: (message) => addMessage(rows, orgId, message),
});
