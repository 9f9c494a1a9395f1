import * as z from 'zod/mini';

/** Preset filters on a volunteer's own contacts: a default that they may change, never a restriction. */
export const autofilters = z.object({
  party: z.nullable(z.enum(['democrat', 'republican'])),
  frequency: z.nullable(z.enum(['super', 'frequent', 'infrequent'])),
  inDistrict: z.boolean(),
});

export type Autofilters = z.infer<typeof autofilters>;
