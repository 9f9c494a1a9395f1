import * as z from 'zod/mini';

import { ACTION_KINDS } from '../action/action-kind.js';
import { link } from '../links/link-schema.js';
import { media } from '../media/media-schema.js';
import { id, idList } from '../values/id-schema.js';
import { language } from '../values/language-schema.js';

/** Who may sign in: anybody, who becomes a volunteer at first, or only those who have an account already. */
export const SIGN_UPS = ['open', 'invited'] as const;

/** The organization whose actions these are. */
export const campaign = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  slogan: z._default(z.string().check(z.maxLength(500)), ''),
  description: z._default(z.string().check(z.maxLength(20_000)), ''),
  website: z._default(link, ''),
  logo: z._default(z.nullable(media), null),
  timeZone: z.string().check(z.minLength(1), z.maxLength(100)),
  languages: z.array(language).check(z.minLength(1)),
  districtIds: z._default(idList, []),
  /** Kinds that this organization may create; peer to peer is not on every plan. */
  kinds: z.array(z.enum(ACTION_KINDS)),
  signUp: z._default(z.enum(SIGN_UPS), 'open'),
});

export type Campaign = z.infer<typeof campaign>;
