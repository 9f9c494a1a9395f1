import type { Id, Timestamp } from '@groundswell/elements/domain';

import type { Database } from '../database/database.js';
import { queueMessage } from './add-message.js';
import type { MessageJob } from './deliver-message.js';
import type { MessageChannel } from './message-tables.js';

/** A message that was given up. Who it was for and what it said is left out: this is for whoever runs the server. */
export interface DeadLetter {
  readonly id: Id;
  readonly channel: MessageChannel;
  readonly attempts: number;
  readonly code: string;
  readonly createdAt: Timestamp;
  /** Whether there is still something to send. */
  readonly canReplay: boolean;
}

/** Gives up a message whose job has used up its attempts, or whose worker never came back. */
export async function buryMessage(database: Database, { orgId, messageId }: MessageJob): Promise<void> {
  await database.inOrganization(orgId, 'write', (rows) =>
    rows
      .updateTable('messages')
      .set((eb) => ({
        state: 'dead',
        error_code: eb.fn.coalesce('error_code', eb.val('interrupted')),
      }))
      .where('org_id', '=', orgId)
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'sending'])
      .execute(),
  );
}

/** What an organization's messages came to nothing, oldest first. */
export function listDeadLetters(database: Database, orgId: Id): Promise<readonly DeadLetter[]> {
  return database.inOrganization(orgId, 'read', async (rows) => {
    const dead = await rows
      .selectFrom('messages')
      .select(['id', 'channel', 'attempts', 'error_code', 'created_at', 'redacted_at'])
      .where('org_id', '=', orgId)
      .where('state', '=', 'dead')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return dead.map(({ id, channel, attempts, error_code, created_at, redacted_at }) => ({
      ...{ id, channel, attempts, code: error_code ?? 'interrupted', createdAt: created_at },
      canReplay: redacted_at === null,
    }));
  });
}

/**
 * Queues given-up messages of an organization anew, in one transaction: these, or all that still can be sent.
 *
 * @returns The ids of those that were queued.
 */
export function replayDeadLetters(
  database: Database,
  orgId: Id,
  ids?: readonly Id[],
): Promise<readonly Id[]> {
  return database.inOrganization(orgId, 'write', async (rows) => {
    const queued = await rows
      .updateTable('messages')
      .set({ state: 'queued', attempts: 0, error_code: null })
      .where('org_id', '=', orgId)
      .where('state', '=', 'dead')
      .where('redacted_at', 'is', null)
      .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
      .returning('id')
      .execute();
    for (const { id } of queued) await queueMessage(rows, id);
    return queued.map(({ id }) => id);
  });
}
