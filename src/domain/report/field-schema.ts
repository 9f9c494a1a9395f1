import * as z from 'zod/mini';

import { id } from '../values/id-schema.js';

export const FIELD_KINDS = ['text', 'long_text', 'number', 'date', 'selection', 'several'] as const;

/** A custom field: a value on a contact or a user, free or chosen from options. */
export const customField = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  kind: z.enum(FIELD_KINDS),
  options: z._default(
    z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(200)),
    [],
  ),
  order: z.int(),
  reportable: z.boolean(),
  appliesTo: z.enum(['contacts', 'users']),
});

export type CustomField = z.infer<typeof customField>;
