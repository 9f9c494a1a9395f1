import type { PerformResult } from './perform-schema.js';

/** Outcomes that are worth recording but are not a completed perform. */
const NOT_A_PERFORM: { readonly [K in PerformResult['kind']]: readonly string[] } = {
  social_sharing: ['cancelled'],
  open_webpage: ['finished', 'not_finished'],
  survey: ['viewed'],
  video_stories: [],
  voter_registration: ['started', 'pledged'],
  peer_to_peer: ['failed'],
  friend_to_friend: ['failed'],
  canvassing: ['failed'],
};

/** Whether a result counts as one perform: a share sheet that was closed again does not, a page that was opened does. */
export const isPerform = (result: Pick<PerformResult, 'kind' | 'outcome'>): boolean =>
  !NOT_A_PERFORM[result.kind].includes(result.outcome);
