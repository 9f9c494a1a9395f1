import type { FeedAction } from '../src/contract/index.js';
import type {
  Action,
  ActionEvent,
  ActionKind,
  Performance,
  Rate,
  Results,
  User,
} from '../src/domain/index.js';

import { someContent } from './content-builder.js';

/** The moment at which everything that a builder makes was last touched. */
export const BUILDER_NOW = '2026-11-03T15:00:00.000Z';

const YESTERDAY = '2026-11-02T15:00:00.000Z';
const nobody = { listIds: [], userIds: [], districtIds: [], languages: [] };

/** When a status says so, the times that go with it; null otherwise. */
const timesOf = (status: Action['status'], visibility: Action['visibility']) => ({
  publishedAt: visibility === 'unpublished' ? null : YESTERDAY,
  closedAt: status === 'closed' ? BUILDER_NOW : null,
  deletedAt: status === 'deleted' ? BUILDER_NOW : null,
  schedule:
    status === 'scheduled' ? { publishAt: '2026-11-10T15:00:00.000Z', visibility: 'public' as const } : null,
});

/**
 * An action as an organizer sees it: a complete, public `open_webpage` unless told otherwise. Visibility and times
 * follow from the status, so `anAction({ status: 'draft' })` is a draft that could exist.
 */
export function anAction(overrides: Partial<Action> = {}): Action {
  const status = overrides.status ?? 'published';
  const isOut = status === 'published' || status === 'closed';
  const visibility = overrides.visibility ?? (isOut ? 'public' : 'unpublished');
  return {
    id: 'petition-crossing',
    campaignId: 'riverbend',
    version: 1,
    content: someContent('open_webpage'),
    status,
    visibility,
    featured: false,
    audience: nobody,
    publishFailure: null,
    copiedFromId: null,
    createdAt: YESTERDAY,
    updatedAt: BUILDER_NOW,
    ...timesOf(status, visibility),
    ...overrides,
  };
}

/** An action as a volunteer sees it, not yet seen by them. */
export function aFeedAction(overrides: Partial<FeedAction> = {}): FeedAction {
  return {
    id: 'petition-crossing',
    content: someContent('open_webpage'),
    status: 'published',
    featured: false,
    publishedAt: YESTERDAY,
    engagement: { seenAt: null, startedAt: null, completedAt: null, performs: 0 },
    ...overrides,
  };
}

/** A volunteer who speaks English. */
export const aUser = (overrides: Partial<User> = {}): User => ({
  id: 'u-marigold-finch',
  firstName: 'Marigold',
  lastName: 'Finch',
  email: 'marigold.finch@example.org',
  role: 'volunteer',
  language: 'en',
  districtIds: ['d-riverbend'],
  ...overrides,
});

type Seen = Extract<ActionEvent, { type: 'seen' }>;

/** An event of the log: somebody saw an action, unless another type and what belongs to it are given. */
export function anEvent(overrides?: Partial<Seen>): Seen;
export function anEvent<T extends ActionEvent['type']>(
  overrides: { type: T } & Partial<ActionEvent> & Omit<Extract<ActionEvent, { type: T }>, keyof Seen>,
): Extract<ActionEvent, { type: T }>;
export function anEvent(overrides: Partial<ActionEvent> = {}): ActionEvent {
  return {
    id: 'e-1',
    type: 'seen',
    actionId: 'petition-crossing',
    participant: 'user:u-marigold-finch',
    occurredAt: BUILDER_NOW,
    recordedAt: BUILDER_NOW,
    ...overrides,
  } as ActionEvent;
}

const share = (numerator: number, denominator: number): Rate => ({ numerator, denominator });

const MESSAGES = {
  peopleReached: 120,
  initials: 120,
  responses: 48,
  followUps: 36,
  segments: 160,
  responseRate: share(40, 120),
  optOutRate: share(3, 120),
  errorRate: share(2, 122),
  availableReportsFilled: share(22, 40),
};

const PERFORMANCE: { readonly [K in ActionKind]: Extract<Performance, { kind: K }> } = {
  peer_to_peer: { kind: 'peer_to_peer', ...MESSAGES },
  friend_to_friend: { kind: 'friend_to_friend', ...MESSAGES, emailsStarted: 6, callsStarted: 4 },
  canvassing: { kind: 'canvassing', ...MESSAGES },
  social_sharing: {
    kind: 'social_sharing',
    byNetwork: [
      { network: 'whatsapp', shares: 14, clicks: 31 },
      { network: 'facebook', shares: 9, clicks: 12 },
    ],
    copies: 5,
    nativeShares: 4,
    cancelled: 2,
    clicks: 43,
    conversions: share(11, 43),
  },
  video_stories: { kind: 'video_stories', submissions: 7 },
  survey: {
    kind: 'survey',
    views: 30,
    starts: 24,
    submissions: 20,
    completionRate: share(20, 24),
    answers: [],
  },
  open_webpage: { kind: 'open_webpage', opens: 24, openers: 18, finished: share(12, 18), notFinished: 2 },
  voter_registration: {
    kind: 'voter_registration',
    checks: 40,
    handedOff: 28,
    selfReported: 15,
    pledged: 6,
    referrals: 9,
  },
};

/** Results of an action of one kind in its second week. */
export const someResults = (
  kind: ActionKind = 'open_webpage',
  overrides: Partial<Results> = {},
): Results => ({
  actionId: 'petition-crossing',
  kind,
  asOf: BUILDER_NOW,
  overview: {
    sentTo: 40,
    seen: 36,
    seenAmongSentTo: 30,
    started: 24,
    completed: 18,
    performs: 24,
    reports: 0,
  },
  performance: PERFORMANCE[kind],
  frequencies: [],
  daily: [
    { day: '2026-11-01', seen: 12, started: 8, performs: 9 },
    { day: '2026-11-02', seen: 16, started: 11, performs: 10 },
    { day: '2026-11-03', seen: 8, started: 5, performs: 5 },
  ],
  ...overrides,
});
