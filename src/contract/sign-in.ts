import * as z from 'zod/mini';

import { id, timestamp } from '../domain/values/id-schema.js';
import { language } from '../domain/values/language-schema.js';
import { creation, operation } from './operation.js';

/** As it was typed: what surrounds it and upper case make no difference, what is no address is `invalid-input`. */
const email = z.string().check(z.maxLength(320));

/** Stands for one session until it expires; a new one can be had in time for as long as the session lasts. */
export const sessionToken = z.object({ token: z.string(), expiresAt: timestamp });

export type SessionToken = z.infer<typeof sessionToken>;

export const requestCode = creation({
  name: 'signIn.request',
  summary: 'Sends a code to an e-mail address. The answer is the same whether or not there is an account',
  method: 'POST',
  path: '/sign-in/codes',
  access: 'public',
  input: z.object({
    email,
    /** The language of the message; the caller's own unless told. */
    language: z.optional(language),
  }),
  output: z.object({}),
  problems: ['key-required', 'key-reused', 'in-progress'],
});

/** A wrong code is `invalid-input` on `code`; one that was used, has expired or was guessed at too often is `gone`. */
export const exchangeCode = operation({
  name: 'signIn.exchange',
  summary: 'Signs in with a code that was sent. It works once',
  method: 'POST',
  path: '/sign-in/sessions',
  access: 'public',
  input: z.object({ email, code: z.string().check(z.maxLength(40)) }),
  output: z.extend(sessionToken, { userId: id }),
  problems: ['gone'],
});

/** Refused as `unauthenticated` where the session has ended or expired, or its account is gone. */
export const renewSession = operation({
  name: 'signIn.renew',
  summary: 'A new token for the session of the caller, with the role that they have now',
  method: 'POST',
  path: '/session/renewal',
  access: 'volunteer',
  input: z.object({}),
  output: sessionToken,
});

export const endSession = operation({
  name: 'signIn.end',
  summary: 'Signs out: no token of this session is taken or renewed any more. Repeating it changes nothing',
  method: 'POST',
  path: '/session/end',
  access: 'volunteer',
  input: z.object({}),
  output: z.object({}),
});
