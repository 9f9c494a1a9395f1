import type { Id } from '@groundswell/elements/domain';

import type { Rows } from '../database/database.js';
import { blank } from '../delivery/deliver-message.js';

export interface Redaction {
  readonly orgId: Id;
  readonly now: Date;
  /** How long recipient and words are kept, in days. */
  readonly afterDays: number;
}

const DAY = 86_400_000;

/**
 * Blanks who an organization's messages went to or came from and what they said: those past their own end at once, all
 * others some days after they were written. What was still waiting is given up with it.
 */
export async function redactMessages(rows: Rows, { orgId, now, afterDays }: Redaction): Promise<void> {
  const before = new Date(now.getTime() - afterDays * DAY).toISOString();
  await rows
    .updateTable('messages')
    .set((eb) => ({
      ...blank(now),
      state: eb
        .case()
        .when('state', 'in', ['queued', 'sending'])
        .then('dead' as const)
        .else(eb.ref('state'))
        .end(),
      error_code: eb
        .case()
        .when('state', 'in', ['queued', 'sending'])
        .then('expired')
        .else(eb.ref('error_code'))
        .end(),
    }))
    .where('org_id', '=', orgId)
    .where('redacted_at', 'is', null)
    .where((eb) => eb.or([eb('created_at', '<', before), eb('expires_at', '<=', now.toISOString())]))
    .execute();
  await rows
    .updateTable('inbound_messages')
    .set({ sender: '', body: '', redacted_at: now.toISOString() })
    .where('org_id', '=', orgId)
    .where('redacted_at', 'is', null)
    .where('received_at', '<', before)
    .execute();
}
