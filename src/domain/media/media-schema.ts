import * as z from 'zod/mini';

import { isImageSource } from './image-source.js';

/** Outgoing images at most 0.6 MB, hero pictures and videos at most 2 MB: decimal bytes, per file. */
export const OUTGOING_IMAGE_LIMIT = 600_000;
export const HERO_MEDIA_LIMIT = 2_000_000;

/** A picture or video with what a person who can't see it should know, and the point that cropping must keep (0 to 1). */
export const media = z.object({
  url: z.string().check(
    z.maxLength(1_000_000),
    z.refine((value) => isImageSource(value), { error: 'unsafe-link' }),
  ),
  alt: z._default(z.string().check(z.maxLength(1000)), ''),
  kind: z._default(z.enum(['image', 'video']), 'image'),
  width: z.optional(z.int().check(z.positive())),
  height: z.optional(z.int().check(z.positive())),
  bytes: z.optional(z.int().check(z.nonnegative())),
  focalPoint: z._default(
    z.object({ x: z.number().check(z.gte(0), z.lte(1)), y: z.number().check(z.gte(0), z.lte(1)) }),
    {
      x: 0.5,
      y: 0.5,
    },
  ),
});

export type Media = z.infer<typeof media>;
