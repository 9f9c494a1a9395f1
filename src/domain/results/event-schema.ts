import * as z from 'zod/mini';

import { performResult } from '../perform/perform-schema.js';
import { NETWORKS } from '../sharing/network.js';
import { id, idList, timestamp } from '../values/id-schema.js';

/** Who an event is about: `user:` and a user's id, or `guest:` and the random id of a person without an account. */
export const participant = z.string().check(z.regex(/^(user|guest):[A-Za-z0-9_-]{1,64}$/));

const base = {
  /** Two events with one id are one event (INV-41). */
  id,
  actionId: id,
  participant,
  occurredAt: timestamp,
  recordedAt: timestamp,
};

/** One entry of the append-only log from which every result is computed. */
export const actionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('delivered'), ...base, source: z.enum(['list', 'direct', 'resend']) }),
  z.object({ type: z.literal('seen'), ...base }),
  z.object({ type: z.literal('started'), ...base }),
  z.object({ type: z.literal('performed'), ...base, result: performResult }),
  z.object({ type: z.literal('noted'), ...base, result: performResult }),
  z.object({
    type: z.literal('clicked'),
    ...base,
    referrer: z.nullable(participant),
    network: z.nullable(z.enum(NETWORKS)),
  }),
  z.object({ type: z.literal('converted'), ...base, referrer: z.nullable(participant) }),
  z.object({
    type: z.literal('messaged'),
    ...base,
    contactId: id,
    direction: z.enum(['outbound', 'inbound']),
    purpose: z.enum(['initial', 'follow_up', 'reply']),
    state: z.enum(['sent', 'failed']),
    scriptId: z.nullable(id),
    segments: z.int().check(z.nonnegative()),
  }),
  z.object({ type: z.literal('opted_out'), ...base, contactId: id }),
  z.object({ type: z.literal('reported'), ...base, contactId: id, tagIds: idList, fieldIds: idList }),
]);

export type Participant = z.infer<typeof participant>;
export type ActionEvent = z.infer<typeof actionEvent>;
