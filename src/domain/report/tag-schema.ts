import * as z from 'zod/mini';

import { id } from '../values/id-schema.js';

/** A true or false mark on a contact or a user. */
export const tag = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  order: z.int(),
  reportable: z.boolean(),
  appliesTo: z.enum(['contacts', 'users']),
});

export type Tag = z.infer<typeof tag>;
