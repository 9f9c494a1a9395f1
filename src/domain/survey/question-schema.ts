import * as z from 'zod/mini';

import { id } from '../values/id-schema.js';

/** One question: a switch bound to a tag, or an open question bound to a custom field (INV-31). */
export const question = z.object({
  id,
  bindsTo: z.discriminatedUnion('to', [
    z.object({ to: z.literal('tag'), tagId: id }),
    z.object({ to: z.literal('field'), fieldId: id }),
  ]),
  label: z.string().check(z.maxLength(1000)),
  hint: z._default(z.string().check(z.maxLength(1000)), ''),
  placeholder: z._default(z.string().check(z.maxLength(200)), ''),
  required: z._default(z.boolean(), false),
  showWhen: z.optional(z.object({ questionId: id, equals: z.union([z.string(), z.boolean()]) })),
});

export type Question = z.infer<typeof question>;
