import * as z from 'zod/mini';

import { LINK_LIMIT, safeUrl } from './safe-url.js';

/** A link as stored: empty while a draft has none, otherwise absolute http or https (INV-35). */
export const link = z.string().check(
  z.maxLength(LINK_LIMIT),
  z.refine((value) => value === '' || safeUrl(value) !== undefined, { error: 'unsafe-link' }),
);
