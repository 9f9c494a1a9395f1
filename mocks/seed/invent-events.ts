import type { CampaignData } from '../../src/backend/index.js';
import { decideVisibility } from '../../src/domain/index.js';

import { type EventDraft, type OutAction, pickMoment, soonAfter, type Stage } from './event-draft.js';
import { inventConversations } from './invent-conversations.js';
import { inventPerforms, newGuest, type Performer } from './invent-performs.js';
import { RIVERBEND_PEOPLE } from './riverbend-people.js';
import { seededRandom, type SeededRandom } from './seeded-random.js';

type Deliveries = CampaignData['deliveries'];
type People = Pick<CampaignData, 'users' | 'userLists'>;

/** Those whom one can be in a demonstration have looked around, and have everything that is open still to do. */
const NEWCOMERS: readonly string[] = [
  `user:${RIVERBEND_PEOPLE.volunteer}`,
  `user:${RIVERBEND_PEOPLE.spanishSpeakingVolunteer}`,
];

const TEXTING = ['peer_to_peer', 'friend_to_friend', 'canvassing'];

/** To whom the actions that are out were sent: every member of their lists once, and those chosen by name. */
export function inventDeliveries(actions: readonly OutAction[], { userLists }: People): Deliveries {
  return actions.flatMap(({ id, audience, publishedAt }) => {
    if (publishedAt === null) return [];
    const members = userLists
      .filter((list) => audience.listIds.includes(list.id))
      .flatMap((list) => list.userIds);
    const direct = audience.userIds.filter((userId) => !members.includes(userId));
    return [
      ...[...new Set(members)].map((userId) => ({
        actionId: id,
        userId,
        source: 'list' as const,
        sentAt: publishedAt,
      })),
      ...direct.map((userId) => ({ actionId: id, userId, source: 'direct' as const, sentAt: publishedAt })),
    ];
  });
}

/** Exactly `count` events of people seeing, starting and performing these actions, oldest first; the same every time. */
export function inventEvents(
  { actions, deliveries, ...people }: Pick<CampaignData, 'actions' | 'deliveries'> & People,
  now: Date,
  count: number,
): CampaignData['events'] {
  const random = seededRandom(2026);
  const stages = actions.flatMap((action) => toStage(action, people.users, deliveries, now));
  const drafts: EventDraft[] = [];
  const performers: Performer[] = [];
  for (const stage of stages) {
    for (const visit of inventVisits(random, stage)) {
      drafts.push(...visit.drafts);
      if (visit.performer === undefined) continue;
      if (TEXTING.includes(stage.action.content.kind)) performers.push(visit.performer);
      else drafts.push(...inventPerforms(random, visit.performer));
    }
  }
  drafts.push(...inventConversations(random, performers, count - drafts.length));
  const inOrder = drafts.sort((a, b) => a.at - b.at).slice(0, count);
  return inOrder.map((draft, index) => toEvent(draft, index, now));
}

function toStage(action: OutAction, users: People['users'], deliveries: Deliveries, now: Date): Stage[] {
  if (action.publishedAt === null) return [];
  const end = action.deletedAt ?? action.closedAt;
  const reached = new Set(deliveries.filter((row) => row.actionId === action.id).map((row) => row.userId));
  const viewers = users.filter(({ id, districtIds, language }) => {
    const reach = { delivered: reached.has(id), byShareLink: false };
    return decideVisibility({ ...action, status: 'published' }, { userId: id, districtIds, language }, reach)
      .ok;
  });
  return [
    {
      action,
      from: Date.parse(action.publishedAt),
      until: end === null ? now.getTime() : Date.parse(end),
      viewerIds: viewers.map((user) => user.id),
    },
  ];
}

interface Visit {
  readonly drafts: readonly EventDraft[];
  readonly performer?: Performer;
}

function inventVisits(random: SeededRandom, stage: Stage): Visit[] {
  const { featured, visibility, content, audience } = stage.action;
  const seenShare = featured || visibility === 'private' ? 0.88 : 0.66;
  const startedShare = featured || audience.languages.length > 0 ? 0.62 : 0.46;
  const users = stage.viewerIds.filter(() => random.chance(seenShare)).map((id) => `user:${id}`);
  const guestCount = content.access === 'anonymous' ? 70 : 0;
  const guests = Array.from({ length: guestCount }, () => newGuest(random));
  return [...users, ...guests].map((participant) => inventVisit(random, stage, participant, startedShare));
}

function inventVisit(random: SeededRandom, stage: Stage, participant: string, startedShare: number): Visit {
  const who = { actionId: stage.action.id, participant };
  const seenAt = pickMoment(random, stage);
  const seen: EventDraft = { type: 'seen', ...who, at: seenAt };
  const waits = NEWCOMERS.includes(participant) && stage.action.status === 'published';
  if (waits || !random.chance(startedShare)) return { drafts: [seen] };
  const startedAt = soonAfter(random, seenAt, stage, 400);
  const started: EventDraft = { type: 'started', ...who, at: startedAt };
  // One in eight presses the button and is called away.
  if (random.chance(0.125)) return { drafts: [seen, started] };
  return { drafts: [seen, started], performer: { participant, startedAt, stage } };
}

function toEvent({ at, ...draft }: EventDraft, index: number, now: Date): CampaignData['events'][number] {
  const arrived = Math.min(at + 1_500 + (index % 40 === 0 ? 5_400_000 : 0), now.getTime());
  return {
    ...draft,
    id: `e-${String(index + 1).padStart(5, '0')}`,
    occurredAt: new Date(at).toISOString(),
    recordedAt: new Date(arrived).toISOString(),
  };
}
