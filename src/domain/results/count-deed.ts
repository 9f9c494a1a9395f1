import type { PerformResult } from '../perform/perform-schema.js';
import { once, onceWhere, type Count } from './counters.js';

type ResultOf<K extends PerformResult['kind']> = Extract<PerformResult, { kind: K }>;
type Rules = { readonly [K in PerformResult['kind']]: (result: ResultOf<K>, isPerform: boolean) => Count[] };

/** What each kind counts of what somebody did, beside the perform itself. */
const RULES: Rules = {
  // Every share is in exactly one network, copies and the device's own share sheet included.
  social_sharing: ({ network, outcome }, isPerform) => [
    ...(isPerform ? [once(`shares/${network}`)] : []),
    ...onceWhere({ copies: isPerform && outcome === 'copied', cancelled: outcome === 'cancelled' }),
  ],
  open_webpage: (_, isPerform) => onceWhere({ opens: isPerform }),
  survey: ({ outcome, answers }, isPerform) => [
    ...onceWhere({ views: outcome === 'viewed', submissions: isPerform }),
    ...(isPerform ? countAnswers(answers) : []),
  ],
  video_stories: () => [],
  voter_registration: ({ outcome }) => [once(`registration/${outcome}`)],
  peer_to_peer: () => [],
  // Emails and calls are handed to another app. Whether they were made can't be known, so they count as started.
  friend_to_friend: ({ channel, outcome }, isPerform) =>
    isPerform && outcome === 'started' ? [once(`started/${channel}`)] : [],
  canvassing: () => [],
};

export function countDeed<K extends PerformResult['kind']>(result: ResultOf<K>, isPerform: boolean): Count[] {
  return RULES[result.kind](result, isPerform);
}

/** An answer with several values counts for each. A question's id has no slash, so what follows is the value. */
const countAnswers = (answers: ResultOf<'survey'>['answers']): Count[] =>
  Object.entries(answers).flatMap(([questionId, answer]) =>
    [...new Set(Array.isArray(answer) ? answer : [String(answer)])].map((value) =>
      once(`answer/${questionId}/${value}`),
    ),
  );
