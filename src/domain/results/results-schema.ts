import * as z from 'zod/mini';

import { ACTION_KINDS } from '../action/action-kind.js';
import { NETWORKS } from '../sharing/network.js';
import { id, timestamp } from '../values/id-schema.js';

const count = z.int().check(z.nonnegative());

/** A share with both its parts, so that nobody has to guess of what it is a share. */
export const rate = z.object({ numerator: count, denominator: count });

/** The six figures of the overview, and how many of those it was sent to have seen it. */
export const overview = z.object({
  sentTo: count,
  seen: count,
  seenAmongSentTo: count,
  started: count,
  completed: count,
  performs: count,
  reports: count,
});

const messages = {
  peopleReached: count,
  initials: count,
  responses: count,
  followUps: count,
  segments: count,
  responseRate: rate,
  optOutRate: rate,
  errorRate: rate,
  availableReportsFilled: rate,
};

/** What each kind measures beyond the overview. Messages are never shown for kinds that send none (INV-42). */
export const performance = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('social_sharing'),
    byNetwork: z.array(z.object({ network: z.enum(NETWORKS), shares: count, clicks: count })),
    copies: count,
    nativeShares: count,
    cancelled: count,
    clicks: count,
    conversions: rate,
  }),
  z.object({
    kind: z.literal('open_webpage'),
    opens: count,
    openers: count,
    finished: rate,
    notFinished: count,
  }),
  z.object({
    kind: z.literal('survey'),
    views: count,
    starts: count,
    submissions: count,
    completionRate: rate,
    answers: z.array(z.object({ questionId: id, value: z.string(), count })),
  }),
  z.object({ kind: z.literal('video_stories'), submissions: count }),
  z.object({
    kind: z.literal('voter_registration'),
    checks: count,
    handedOff: count,
    selfReported: count,
    pledged: count,
    referrals: count,
  }),
  z.object({ kind: z.literal('peer_to_peer'), ...messages }),
  z.object({ kind: z.literal('friend_to_friend'), ...messages, emailsStarted: count, callsStarted: count }),
  z.object({ kind: z.literal('canvassing'), ...messages }),
]);

/** How often a tag, a custom field or a response script was used (INV-40). */
export const frequency = z.object({ of: z.enum(['tag', 'field', 'script']), id, share: rate });

/** All results of one action at one moment. */
export const results = z.object({
  actionId: id,
  kind: z.enum(ACTION_KINDS),
  asOf: timestamp,
  overview,
  performance,
  frequencies: z.array(frequency),
  daily: z.array(z.object({ day: z.string(), seen: count, started: count, performs: count })),
});

export type Rate = z.infer<typeof rate>;
export type Overview = z.infer<typeof overview>;
export type Performance = z.infer<typeof performance>;
export type Frequency = z.infer<typeof frequency>;
export type Results = z.infer<typeof results>;
