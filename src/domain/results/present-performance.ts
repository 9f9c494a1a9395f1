import type { ActionKind } from '../action/action-kind.js';
import { NETWORKS } from '../sharing/network.js';
import { sumsBelow, type Counters } from './counters.js';
import { rateOf } from './rates.js';
import type { Performance } from './results-schema.js';

type Sum = (name: string) => number;
type PerformanceOf<K extends ActionKind> = Extract<Performance, { kind: K }>;
type Rules = { readonly [K in ActionKind]: (sum: Sum, counters: Counters) => PerformanceOf<K> };

/** What each kind measures. Kinds that send no messages have no figures about messages (INV-42). */
const RULES: Rules = {
  peer_to_peer: (sum) => ({ kind: 'peer_to_peer', ...presentMessages(sum) }),
  friend_to_friend: (sum) => ({
    kind: 'friend_to_friend',
    ...presentMessages(sum),
    emailsStarted: sum('started/email'),
    callsStarted: sum('started/call'),
  }),
  canvassing: (sum) => ({ kind: 'canvassing', ...presentMessages(sum) }),
  social_sharing: (sum) => ({
    kind: 'social_sharing',
    byNetwork: presentNetworks(sum),
    copies: sum('copies'),
    nativeShares: sum('shares/native'),
    cancelled: sum('cancelled'),
    clicks: sum('clicks'),
    conversions: rateOf(sum('conversions'), sum('clicks')),
  }),
  video_stories: (sum) => ({ kind: 'video_stories', submissions: sum('performs') }),
  // Views and submissions are counted, starts and completion are of people.
  survey: (sum, counters) => ({
    kind: 'survey',
    views: sum('views'),
    starts: sum('started'),
    submissions: sum('submissions'),
    completionRate: rateOf(sum('completed'), sum('started')),
    answers: presentAnswers(counters),
  }),
  // Openings are counted; openers, and who of them said that they finished or did not, are people.
  open_webpage: (sum) => ({
    kind: 'open_webpage',
    opens: sum('opens'),
    openers: sum('openers'),
    finished: rateOf(sum('finished'), sum('openers')),
    notFinished: sum('notFinished'),
  }),
  voter_registration: (sum) => ({
    kind: 'voter_registration',
    checks: sum('registration/started'),
    handedOff: sum('registration/handed_off'),
    selfReported: sum('registration/self_reported'),
    pledged: sum('registration/pledged'),
    referrals: sum('referrals'),
  }),
};

/** What an action of this kind achieved beyond the overview. */
export const presentPerformance = (kind: ActionKind, counters: Counters): Performance =>
  RULES[kind]((name) => counters.get(name) ?? 0, counters);

const presentMessages = (sum: Sum) => ({
  peopleReached: sum('peopleReached'),
  initials: sum('initials'),
  responses: sum('responses'),
  followUps: sum('followUps'),
  segments: sum('segments'),
  responseRate: rateOf(sum('writtenTo/answered'), sum('writtenTo')),
  optOutRate: rateOf(sum('writtenTo/optedOut'), sum('writtenTo')),
  errorRate: rateOf(sum('failures'), sum('attempts')),
  availableReportsFilled: rateOf(sum('answered/reported'), sum('answered')),
});

/** Clicks may come from nowhere that is known. Networks without a figure are left out. */
const presentNetworks = (sum: Sum) =>
  NETWORKS.map((network) => ({
    network,
    shares: sum(`shares/${network}`),
    clicks: sum(`clicks/${network}`),
  })).filter(({ shares, clicks }) => shares > 0 || clicks > 0);

/** How often each answer was given, by question, the most frequent first. */
const presentAnswers = (counters: Counters) =>
  [...sumsBelow(counters, 'answer/')]
    .map(([name, count]) => {
      const slash = name.indexOf('/');
      return { questionId: name.slice(0, slash), value: name.slice(slash + 1), count };
    })
    .sort(
      (a, b) => compareText(a.questionId, b.questionId) || b.count - a.count || compareText(a.value, b.value),
    );

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
