import * as z from 'zod/mini';

import { campaign } from '../domain/people/campaign-schema.js';
import { id } from '../domain/values/id-schema.js';
import { language } from '../domain/values/language-schema.js';
import { operation } from './operation.js';

/** Who the backend takes the caller for, and for which campaign. */
export const session = z.object({
  role: z.enum(['visitor', 'volunteer', 'staff']),
  userId: z.nullable(id),
  firstName: z.nullable(z.string()),
  language,
  campaign,
});

export type Session = z.infer<typeof session>;

export const getSession = operation({
  name: 'session.get',
  summary: 'Who the caller is, and the campaign it is about',
  method: 'GET',
  path: '/session',
  access: 'public',
  input: z.object({}),
  output: session,
});
