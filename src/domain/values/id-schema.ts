import * as z from 'zod/mini';

/** An opaque identifier: 1 to 64 characters that are safe in a path, a header and a file name. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Identifiers in the order given. One that is there twice means no more than once. */
export const idList = z.array(id).check(z.maxLength(1000));

/** An instant as ISO 8601 in UTC, such as `2026-11-03T15:00:00.000Z`. */
export const timestamp = z.iso.datetime();

export type Id = z.infer<typeof id>;
export type Timestamp = z.infer<typeof timestamp>;
