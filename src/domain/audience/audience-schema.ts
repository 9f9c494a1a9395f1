import * as z from 'zod/mini';

import { id } from '../values/id-schema.js';

const count = z.int().check(z.nonnegative());

/** One rule of the audience explainer: how many people were left before it, and how many after. */
export const audienceStep = z.object({
  rule: z.enum(['everyone', 'sent-to', 'districts', 'languages']),
  before: count,
  after: count,
});

/** Who would see an action, rule by rule, and a few of them by name as examples. */
export const audienceExplanation = z.object({
  steps: z.array(audienceStep),
  total: count,
  examples: z.array(z.object({ userId: id, name: z.string() })),
});

export type AudienceStep = z.infer<typeof audienceStep>;
export type AudienceExplanation = z.infer<typeof audienceExplanation>;
