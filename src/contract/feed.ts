import * as z from 'zod/mini';

import { ACTION_KINDS } from '../domain/action/action-kind.js';
import { actionContent } from '../domain/action/action-schema.js';
import { id, timestamp } from '../domain/values/id-schema.js';
import { operation } from './operation.js';
import { pageOf, paging } from './page-schema.js';

export const shareToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));

/** How far one person has come with one action. */
export const engagement = z.object({
  seenAt: z.nullable(timestamp),
  startedAt: z.nullable(timestamp),
  completedAt: z.nullable(timestamp),
  performs: z.int().check(z.nonnegative()),
});

/** An action as a volunteer sees it: nothing of its audience, lists or schedule. */
export const feedAction = z.object({
  id,
  content: actionContent,
  status: z.enum(['published', 'closed']),
  featured: z.boolean(),
  publishedAt: timestamp,
  engagement,
});

export type Engagement = z.infer<typeof engagement>;
export type FeedAction = z.infer<typeof feedAction>;

export const listFeed = operation({
  name: 'feed.list',
  summary: 'Published actions that this person can see, featured first, newest next',
  method: 'GET',
  path: '/feed',
  access: 'public',
  input: z.object({
    kinds: z._default(z.array(z.enum(ACTION_KINDS)), []),
    featuredOnly: z._default(z.boolean(), false),
    search: z._default(z.string().check(z.maxLength(200)), ''),
    ...paging,
  }),
  output: pageOf(feedAction),
});

export const getFeedAction = operation({
  name: 'feed.get',
  summary: 'One action that this person can see; a share token opens what was shared by it',
  method: 'GET',
  path: '/feed/{id}',
  access: 'public',
  input: z.object({ id, shareToken: z.optional(shareToken) }),
  output: feedAction,
  problems: ['not-found', 'gone'],
});
