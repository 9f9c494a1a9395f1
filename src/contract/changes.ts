import * as z from 'zod/mini';

import { id } from '../domain/values/id-schema.js';
import { CHANGE_TOPICS } from './change-topic.js';
import { operation } from './operation.js';
import { cursor } from './page-schema.js';

/** Something changed and is worth loading again. Only those who organize are told which action it was. */
export const change = z.object({ topic: z.enum(CHANGE_TOPICS), actionId: z.nullable(id) });

export type Change = z.infer<typeof change>;

export const listChanges = operation({
  name: 'changes.list',
  summary: 'What changed since a cursor; without one, just the cursor of now',
  method: 'GET',
  path: '/changes',
  access: 'public',
  input: z.object({ cursor: z.optional(cursor) }),
  output: z.object({ cursor, changes: z.array(change) }),
});
