import { getFeedAction, listFeed } from '../../contract/feed.js';
import type { InputOf } from '../../contract/operation.js';
import { recordPerform, recordSeen } from '../../contract/perform.js';
import { ACTION_KINDS, type ActionKind } from '../../domain/action/action-kind.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import {
  COMPLETE,
  close,
  later,
  open,
  perform,
  publishNew,
  results,
  see,
  sendNew,
  SHARED,
  start,
} from '../steps.js';
import { casesFor, casesOf } from '../world.js';

type Result = InputOf<typeof recordPerform>['result'];

const contacted = { contactId: 'contact-1', channel: 'text', outcome: 'messaged' } as const;

/** One completed perform of each kind. */
const DONE: { readonly [K in ActionKind]: Result } = {
  peer_to_peer: { kind: 'peer_to_peer', ...contacted },
  friend_to_friend: { kind: 'friend_to_friend', ...contacted },
  canvassing: { kind: 'canvassing', ...contacted, channel: 'door', outcome: 'reached' },
  social_sharing: SHARED,
  video_stories: { kind: 'video_stories', outcome: 'submitted', storyId: 'story-1' },
  survey: { kind: 'survey', outcome: 'submitted', answers: { q1: true } },
  open_webpage: { kind: 'open_webpage', outcome: 'opened' },
  voter_registration: { kind: 'voter_registration', outcome: 'handed_off' },
};

/** What is worth recording and completes nothing. */
const NOTED: readonly Result[] = [
  { ...SHARED, outcome: 'cancelled' },
  { kind: 'open_webpage', outcome: 'not_finished' },
  { kind: 'survey', outcome: 'viewed' },
];

export const performingCases = [
  ...casesFor(
    'performing',
    ACTION_KINDS,
    (kind) => `${kind} can be performed, and counts`,
    async (world, kind) => {
      const action = await publishNew(world, COMPLETE[kind]);
      const { performs, completedAt, startedAt } = await perform(
        world.volunteer(1),
        action,
        world.newKey(),
        DONE[kind],
      );
      expectEqual([performs, completedAt !== null, startedAt !== null], [1, true, true], 'the engagement');
      const { overview, performance } = await results(world, action);
      expectEqual([overview.completed, overview.performs], [1, 1], 'the results');
      expectEqual(performance.kind, kind, 'what the performance speaks of');
    },
  ),
  ...casesFor(
    'performing',
    NOTED,
    ({ kind, outcome }) => `${kind} ${outcome} is noted but completes nothing`,
    async (world, result) => {
      const action = await publishNew(world, COMPLETE[result.kind]);
      const { performs, completedAt } = await perform(world.volunteer(1), action, world.newKey(), result);
      expectEqual([performs, completedAt], [0, null], 'the engagement');
    },
  ),
  ...casesOf('performing', {
    'somebody who has done nothing has come nowhere': async (world) => {
      const { engagement } = await open(world.volunteer(1), await publishNew(world));
      const nowhere = { seenAt: null, startedAt: null, completedAt: null, performs: 0 };
      expectEqual(engagement, nowhere, 'the engagement');
    },
    'seen counts once, however often it is told': async (world) => {
      const action = await publishNew(world);
      expectEqual(await see(world.volunteer(1), action), { recorded: 1 }, 'the first time');
      expectEqual(await see(world.volunteer(1), action), { recorded: 0 }, 'the second time');
      expectEqual((await results(world, action)).overview.seen, 1, 'seen');
    },
    'seen ten times at once is seen once': async (world) => {
      const action = await publishNew(world);
      await Promise.all(Array.from({ length: 10 }, () => see(world.volunteer(1), action)));
      expectEqual((await results(world, action)).overview.seen, 1, 'seen');
    },
    'what somebody cannot see is not counted as seen, and nothing is said about it': async (world) => {
      const visible = await publishNew(world);
      const hidden = await sendNew(world, { userIds: [IDS.volunteers[0]] });
      const actionIds = [hidden.id, 'no-such', visible.id, visible.id];
      expectEqual(await world.volunteer(2).call(recordSeen, { actionIds }), { recorded: 1 }, 'the answer');
      expectEqual((await results(world, hidden)).overview.seen, 0, 'seen');
    },
    'a visitor who keeps a guest id is seen, once': async (world) => {
      const action = await publishNew(world);
      expectEqual(await see(world.visitor, action), { recorded: 1 }, 'the first time');
      expectEqual(await see(world.visitor, action), { recorded: 0 }, 'the second time');
    },
    'only the first start counts': async (world) => {
      const action = await publishNew(world);
      const first = await start(world.volunteer(1), action);
      const second = await start(world.volunteer(1), action);
      expect(first.startedAt !== null, 'it knows when');
      expectEqual(second, first, 'the second start');
      expectEqual((await results(world, action)).overview.started, 1, 'started');
    },
    'performing twice is two performs by one person': async (world) => {
      const action = await publishNew(world);
      await perform(world.volunteer(1), action, world.newKey());
      const { performs } = await perform(world.volunteer(1), action, world.newKey());
      expectEqual(performs, 2, 'performs of this person');
      const { completed, performs: all } = (await results(world, action)).overview;
      expectEqual([completed, all], [1, 2], 'completed and performs');
    },
    'one person’s progress is not another’s': async (world) => {
      const action = await publishNew(world);
      await perform(world.volunteer(1), action, world.newKey());
      expectEqual((await open(world.volunteer(2), action)).engagement.performs, 0, 'the other’s performs');
      expectEqual((await open(world.volunteer(1), action)).engagement.performs, 1, 'their own');
    },
    'the feed shows the same progress as the page': async (world) => {
      const action = await publishNew(world);
      await see(world.volunteer(1), action);
      await perform(world.volunteer(1), action, world.newKey());
      const [listed] = (await world.volunteer(1).call(listFeed, {})).items;
      expectEqual(
        listed,
        await world.volunteer(1).call(getFeedAction, { id: action.id }),
        'the item of the feed',
      );
    },
    'a visitor is asked to log in before starting or performing': async (world) => {
      const action = await publishNew(world);
      await expectRefusal(start(world.visitor, action), 'unauthenticated', 'starting');
      await expectRefusal(perform(world.visitor, action, world.newKey()), 'unauthenticated', 'performing');
      expectEqual((await results(world, action)).overview.performs, 0, 'performs');
    },
    'a visitor may answer a survey that is open to everybody': async (world) => {
      const action = await publishNew(world, { ...COMPLETE.survey, access: 'anonymous' });
      await start(world.visitor, action);
      const { performs } = await perform(world.visitor, action, world.newKey(), DONE.survey);
      expectEqual(performs, 1, 'performs');
      expectEqual((await results(world, action)).overview.completed, 1, 'completed');
    },
    'the result must be of the action’s kind': async (world) => {
      const action = await publishNew(world);
      const call = perform(world.volunteer(1), action, world.newKey(), DONE.survey);
      await expectRefusal(call, 'invalid-input', 'another kind');
    },
    'a closed action takes no new performer, and lets those finish who had started': async (world) => {
      const action = await publishNew(world);
      await start(world.volunteer(1), action);
      await close(world, action);
      const late = perform(world.volunteer(2), action, world.newKey());
      const { details } = await expectRefusal(late, 'transition-refused', 'starting after it was closed');
      expectEqual(details.reason, 'closed', 'the reason');
      expectEqual((await perform(world.volunteer(1), action, world.newKey())).performs, 1, 'who had started');
    },
    'what happened offline keeps its own time, but not one in the future': async (world) => {
      const action = await publishNew(world);
      const client = world.volunteer(1);
      const call = (occurredAt: string) =>
        client.call(
          recordPerform,
          { actionId: action.id, result: SHARED, occurredAt },
          { key: world.newKey() },
        );
      await call(later(world, 86_400_000));
      const future = (await open(client, action)).engagement.completedAt;
      expect(future !== null && Date.parse(future) <= world.now().getTime(), 'not in the future');
      const before = later(world, -60_000);
      const { completedAt } = await call(before);
      expectEqual(Date.parse(completedAt ?? ''), Date.parse(before), 'the first time of all');
    },
    'performing an action that is not there is refused': async (world) => {
      await expectRefusal(
        perform(world.volunteer(1), { id: 'no-such' }, world.newKey()),
        'not-found',
        'unknown',
      );
      await expectRefusal(start(world.volunteer(1), { id: 'no-such' }), 'not-found', 'unknown');
    },
  }),
];
