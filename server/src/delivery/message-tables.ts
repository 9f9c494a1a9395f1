import type { Generated } from 'kysely';

import type { Json } from '../database/store-tables.js';

/**
 * How far a message has come. `queued` waits for its first or next attempt, `sending` is with a worker, `sent` was taken by
 * the provider, `delivered` and `failed` are what the provider said of it later, `dead` was given up.
 */
export type MessageState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'dead';

export type MessageChannel = 'email' | 'sms' | 'push';

/** Tables of what is sent to people and what comes back. */
export interface MessageTables {
  messages: {
    org_id: string;
    id: string;
    channel: MessageChannel;
    /** Blank once redacted, as subject and body are. */
    recipient: string;
    subject: string | null;
    body: string;
    state: MessageState;
    attempts: Generated<number>;
    provider_id: string | null;
    /** Why it is not there: a code, never what somebody wrote. */
    error_code: string | null;
    created_at: string;
    /** After this it is of no use to anybody: never sent any more, and blanked. Blanked too as soon as it is sent. */
    expires_at: string | null;
    /** When a worker took it last. */
    claimed_at: string | null;
    sent_at: string | null;
    redacted_at: string | null;
  };
  inbound_messages: {
    org_id: string;
    id: string;
    channel: MessageChannel;
    sender: string;
    recipient: string;
    body: string;
    provider_id: string;
    received_at: string;
    redacted_at: string | null;
  };
  push_subscriptions: {
    org_id: string;
    id: string;
    user_id: string;
    endpoint: string;
    /** `p256dh` and `auth`, as the browser gave them. */
    keys: Json;
    created_at: string;
  };
}
