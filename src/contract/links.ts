import * as z from 'zod/mini';

import { NETWORKS } from '../domain/sharing/network.js';
import { id } from '../domain/values/id-schema.js';
import { feedAction, shareToken } from './feed.js';
import { operation } from './operation.js';

/** A link in the web and, where the organization has one, in its app. */
export const shareLinks = z.object({ token: shareToken, web: z.string(), app: z.nullable(z.string()) });

export type ShareLinks = z.infer<typeof shareLinks>;

export const getShareLinks = operation({
  name: 'links.share',
  summary: 'The links to a published action; for a private one once it has been sent',
  method: 'GET',
  path: '/actions/{actionId}/links',
  access: 'staff',
  input: z.object({ actionId: id }),
  output: shareLinks,
  problems: ['not-found', 'transition-refused'],
});

export const getReferralLink = operation({
  name: 'links.referral',
  summary: 'A personal link to what an action asks to share, so that its clicks count for this person',
  method: 'GET',
  path: '/perform/{actionId}/referral',
  access: 'public',
  input: z.object({ actionId: id, shareToken: z.optional(shareToken) }),
  output: z.object({ code: z.string(), url: z.string() }),
  problems: ['not-found', 'gone'],
});

export const resolveShareToken = operation({
  name: 'links.resolve',
  summary: 'The action that a share link leads to',
  method: 'GET',
  path: '/links/{shareToken}',
  access: 'public',
  input: z.object({ shareToken }),
  output: feedAction,
  problems: ['not-found', 'gone'],
});

export const recordClick = operation({
  name: 'links.click',
  summary: 'Somebody followed a personal link; the answer says where it leads',
  method: 'POST',
  path: '/links/{code}/click',
  access: 'public',
  input: z.object({
    code: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/)),
    network: z.optional(z.enum(NETWORKS)),
  }),
  output: z.object({ url: z.string() }),
  problems: ['not-found'],
});
