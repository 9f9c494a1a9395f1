import * as z from 'zod/mini';

import { id, idList } from '../values/id-schema.js';

export const SCRIPT_CHANNELS = ['text', 'email', 'call', 'social'] as const;
export const SCRIPT_LIMIT = 5000;

/**
 * A suggested message. The body is kept to the letter: never trimmed, never collapsed, since one space means "send the
 * image alone" (INV-12).
 */
export const script = z.object({
  id,
  role: z.enum(['initial', 'response']),
  channel: z.enum(SCRIPT_CHANNELS),
  label: z._default(z.string().check(z.maxLength(200)), ''),
  subject: z._default(z.string().check(z.maxLength(500)), ''),
  body: z.string().check(z.maxLength(SCRIPT_LIMIT)),
  language: z.optional(z.string()),
  tagIds: z._default(idList, []),
  fieldValues: z._default(z.record(id, z.string().check(z.maxLength(2000))), {}),
});

export type Script = z.infer<typeof script>;
export type ScriptChannel = (typeof SCRIPT_CHANNELS)[number];
