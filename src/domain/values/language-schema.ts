import * as z from 'zod/mini';

/** A BCP 47 language tag, such as `en`, `es` or `es-MX`. */
export const language = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35));

export type Language = z.infer<typeof language>;

/** The part of a tag that names the language itself: `es` of `es-MX`, in lower case. */
export const primaryLanguage = (tag: Language): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';
