import * as z from 'zod/mini';

import { NETWORKS } from '../sharing/network.js';
import { id, idList } from '../values/id-schema.js';

/**
 * What a person did, one shape per kind of action. None carries what they wrote, save the answers that a survey or a
 * report exists to collect.
 */
export const performResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('social_sharing'),
    network: z.enum(NETWORKS),
    outcome: z.enum(['opened', 'copied', 'shared', 'cancelled']),
    edited: z.boolean(),
  }),
  z.object({ kind: z.literal('open_webpage'), outcome: z.enum(['opened', 'finished', 'not_finished']) }),
  z.object({
    kind: z.literal('survey'),
    outcome: z.enum(['viewed', 'submitted']),
    contactId: z.optional(id),
    answers: z._default(
      z.record(id, z.union([z.boolean(), z.string().check(z.maxLength(50_000)), z.array(z.string())])),
      {},
    ),
  }),
  z.object({ kind: z.literal('video_stories'), outcome: z.enum(['submitted']), storyId: id }),
  z.object({
    kind: z.literal('voter_registration'),
    outcome: z.enum(['started', 'handed_off', 'self_reported', 'pledged']),
    jurisdiction: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  }),
  z.object({ kind: z.literal('peer_to_peer'), ...contacted() }),
  z.object({ kind: z.literal('friend_to_friend'), ...contacted() }),
  z.object({ kind: z.literal('canvassing'), ...contacted() }),
]);

export type PerformResult = z.infer<typeof performResult>;

function contacted() {
  return {
    contactId: id,
    channel: z.enum(['text', 'email', 'call', 'social', 'door']),
    outcome: z.enum(['messaged', 'started', 'reached', 'not_home', 'refused', 'moved', 'failed']),
    scriptId: z.optional(id),
    tagIds: z._default(idList, []),
  };
}
