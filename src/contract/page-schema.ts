import * as z from 'zod/mini';

/** Where a list goes on: opaque to everyone but the backend that made it. */
export const cursor = z.string().check(z.maxLength(500));

/** How much of a list to answer with. */
export const paging = {
  cursor: z.optional(cursor),
  limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
};

/** One page of a list; `nextCursor` is null on the last. */
// @__NO_SIDE_EFFECTS__
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(cursor), total: z.int().check(z.nonnegative()) });
