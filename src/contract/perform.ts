import * as z from 'zod/mini';

import { performResult } from '../domain/perform/perform-schema.js';
import { id, timestamp } from '../domain/values/id-schema.js';
import { engagement, shareToken } from './feed.js';
import { creation, operation } from './operation.js';

export const recordSeen = operation({
  name: 'perform.seen',
  summary: 'These actions came into view. Repeating it changes nothing',
  method: 'POST',
  path: '/perform/seen',
  access: 'public',
  input: z.object({
    actionIds: z.array(id).check(z.minLength(1), z.maxLength(100)),
    shareToken: z.optional(shareToken),
  }),
  output: z.object({ recorded: z.int().check(z.nonnegative()) }),
});

export const startAction = operation({
  name: 'perform.start',
  summary: 'The start button was pressed. Only the first time counts',
  method: 'POST',
  path: '/perform/{actionId}/start',
  access: 'public',
  input: z.object({ actionId: id, shareToken: z.optional(shareToken) }),
  output: engagement,
  problems: ['not-found', 'gone', 'transition-refused'],
});

export const recordPerform = creation({
  name: 'perform.record',
  summary: 'What the person did. The same key never counts twice',
  method: 'POST',
  path: '/perform/{actionId}',
  access: 'public',
  queueable: true,
  input: z.object({
    actionId: id,
    result: performResult,
    /** When it happened on the device, which may be long before the network was back. */
    occurredAt: z.optional(timestamp),
    shareToken: z.optional(shareToken),
  }),
  output: engagement,
  problems: ['not-found', 'gone', 'transition-refused', 'key-required', 'key-reused', 'in-progress'],
});
