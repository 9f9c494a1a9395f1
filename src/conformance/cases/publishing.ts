import {
  featureAction,
  publishAction,
  reopenAction,
  unscheduleAction,
  updateAction,
} from '../../contract/actions.js';
import type { TransitionRefusal } from '../../domain/action/lifecycle.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import {
  close,
  content,
  create,
  feedIds,
  later,
  open,
  publish,
  publishNew,
  read,
  remove,
  schedule,
  sees,
  send,
  sendNew,
  start,
} from '../steps.js';
import { casesOf } from '../world.js';

const refuse = async (call: Promise<unknown>, reason: TransitionRefusal, promise: string): Promise<void> => {
  const { details } = await expectRefusal(call, 'transition-refused', promise);
  expectEqual(details.reason, reason, promise);
};

export const publishingCases = casesOf('publishing', {
  'a public action is in the feed of everybody': async (world) => {
    const action = await publishNew(world);
    expect(action.publishedAt !== null, 'it knows when it was published');
    for (const client of [world.volunteer(1), world.volunteer(5), world.visitor, world.staff]) {
      expect(await sees(client, action), 'everybody sees a public action');
    }
  },
  'public is not published again, and never becomes private': async (world) => {
    const action = await publishNew(world);
    await refuse(publish(world, action), 'already-public', 'publishing again');
    await refuse(publish(world, action, 'private'), 'public-stays-public', 'making it private');
    expectEqual((await read(world, action)).visibility, 'public', 'the visibility that stays');
  },
  'private can become public': async (world) => {
    const action = await sendNew(world, { userIds: [IDS.volunteers[0]] });
    expect(!(await sees(world.volunteer(2), action)), 'before, others do not see it');
    const published = await publish(world, action);
    expectEqual(published.visibility, 'public', 'visibility');
    expect(await sees(world.volunteer(2), action), 'then, everybody does');
  },
  'private publishing needs somebody to publish to': async (world) =>
    refuse(publish(world, await create(world), 'private'), 'nobody-selected', 'private to nobody'),
  'a published action stays complete': async (world) => {
    const { id, version } = await publishNew(world);
    const call = world.staff.call(updateAction, { id, version, content: { ...content, title: ' ' } });
    await refuse(call, 'incomplete', 'taking the title away');
  },
  'a closed action leaves the feed, and its page says so': async (world) => {
    const action = await publishNew(world);
    const closed = await close(world, action);
    expectEqual(closed.status, 'closed', 'status');
    expect(closed.closedAt !== null, 'it knows when it was closed');
    expect(!(await sees(world.volunteer(1), action)), 'it is not in the feed');
    expectEqual((await open(world.volunteer(1), action)).status, 'closed', 'what its page says');
  },
  'a closed action cannot be started, published, sent or closed': async (world) => {
    const closed = await close(world, await publishNew(world));
    await refuse(start(world.volunteer(1), closed), 'closed', 'starting');
    await refuse(publish(world, closed), 'closed', 'publishing');
    await refuse(send(world, closed, { listIds: [IDS.listOfTwo] }), 'closed', 'sending');
    await refuse(close(world, closed), 'already-closed', 'closing');
  },
  'a draft cannot be closed or reopened': async (world) => {
    const { id, version } = await create(world);
    await refuse(close(world, await read(world, { id })), 'not-published', 'closing');
    await refuse(world.staff.call(reopenAction, { id, version }), 'not-closed', 'reopening');
  },
  'a reopened action is as visible as it was': async (world) => {
    const { id, version } = await close(world, await sendNew(world, { userIds: [IDS.volunteers[0]] }));
    const open = await world.staff.call(reopenAction, { id, version });
    expectEqual([open.status, open.visibility, open.closedAt], ['published', 'private', null], 'the action');
    expect(await sees(world.volunteer(1), open), 'who was sent it sees it again');
    expect(!(await sees(world.volunteer(2), open)), 'others still do not');
  },
  'a deleted action is gone for those who saw it, and was never there for others': async (world) => {
    const action = await sendNew(world, { userIds: [IDS.volunteers[0]] });
    await remove(world, action);
    expect(!(await sees(world.volunteer(1), action)), 'it is in no feed');
    await expectRefusal(open(world.volunteer(1), action), 'gone', 'who was sent it');
    await expectRefusal(start(world.volunteer(1), action), 'gone', 'starting it');
    await expectRefusal(open(world.volunteer(2), action), 'not-found', 'who was not');
  },
  'featured actions come first, and down again': async (world) => {
    const first = await publishNew(world, { ...content, title: 'First' });
    const second = await publishNew(world, { ...content, title: 'Second' });
    for (const { id, version } of [first, second]) {
      const pinned = await world.staff.call(featureAction, { id, version, featured: true });
      expectEqual((await feedIds(world.volunteer(1)))[0], id, 'the top of the feed');
      await world.staff.call(featureAction, { id, version: pinned.version, featured: false });
    }
    expect(!(await open(world.volunteer(1), second)).featured, 'it is not featured any more');
  },
  'sending publishes a draft to those on the list and nobody else': async (world) => {
    const { action, deliveries } = await send(world, await create(world), { listIds: [IDS.listOfTwo] });
    expectEqual([action.status, action.visibility, deliveries], ['published', 'private', 2], 'the answer');
    expectEqual(action.audience.listIds, [IDS.listOfTwo], 'whom it was sent to');
    expect(await sees(world.volunteer(1), action), 'who is on the list sees it');
    expect(!(await sees(world.volunteer(3), action)), 'who is not does not');
    expect(!(await sees(world.visitor, action)), 'a visitor does not');
  },
  'sending to users reaches those users': async (world) => {
    const action = await sendNew(world, { userIds: [IDS.volunteers[4]] });
    expect(await sees(world.volunteer(5), action), 'who was chosen sees it');
    expect(!(await sees(world.volunteer(1), action)), 'who was not does not');
  },
  'a folder stands for the lists in it': async (world) => {
    const { action, deliveries } = await send(world, await create(world), { folderIds: [IDS.folderOfLists] });
    expectEqual(deliveries, 2, 'deliveries');
    expectEqual([...action.audience.listIds].sort(), [IDS.listOfThree, IDS.listOfFour], 'the lists');
    expect(await sees(world.volunteer(4), action), 'who is on a list in the folder sees it');
  },
  'sending again reaches only those who had not been sent it': async (world) => {
    const first = await sendNew(world, { listIds: [IDS.listOfTwo] });
    const targets = {
      listIds: [IDS.listOfTwo, IDS.listOfThree],
      userIds: [IDS.volunteers[0], IDS.volunteers[4]],
    };
    const { deliveries, action } = await send(world, first, targets);
    expectEqual(deliveries, 2, 'new deliveries');
    expectEqual([...action.audience.listIds], [IDS.listOfTwo, IDS.listOfThree], 'all lists it was sent to');
  },
  'sending a public action leaves it public': async (world) => {
    const { action } = await send(world, await publishNew(world), { listIds: [IDS.listOfTwo] });
    expectEqual(action.visibility, 'public', 'visibility');
  },
  'sending to nobody, or to what is not there, is refused': async (world) => {
    const draft = await create(world);
    await refuse(send(world, draft, {}), 'nobody-selected', 'nobody');
    await expectRefusal(send(world, draft, { listIds: ['no-such'] }), 'not-found', 'an unknown list');
    await expectRefusal(send(world, draft, { userIds: ['no-such'] }), 'not-found', 'an unknown user');
    await expectRefusal(send(world, draft, { folderIds: ['no-such'] }), 'not-found', 'an unknown folder');
    expectEqual(await read(world, draft), draft, 'the draft afterwards');
  },
  'a schedule makes a draft scheduled, and taking it away a draft': async (world) => {
    const publishAt = later(world, 3_600_000);
    const scheduled = await schedule(world, await create(world), publishAt);
    expectEqual([scheduled.status, scheduled.visibility], ['scheduled', 'unpublished'], 'the action');
    expectEqual(scheduled.schedule, { publishAt, visibility: 'public' }, 'the schedule');
    expect(!(await sees(world.volunteer(1), scheduled)), 'nobody sees it yet');
    const { id, version } = scheduled;
    const draft = await world.staff.call(unscheduleAction, { id, version });
    expectEqual([draft.status, draft.schedule], ['draft', null], 'the action without a schedule');
    await refuse(
      world.staff.call(unscheduleAction, { id, version: draft.version }),
      'not-scheduled',
      'once more',
    );
  },
  'a schedule in the past, of an incomplete action, or for nobody is refused': async (world) => {
    await refuse(schedule(world, await create(world), later(world, -1000)), 'in-the-past', 'the past');
    const empty = await create(world, { kind: 'survey' });
    await refuse(schedule(world, empty, later(world, 3_600_000)), 'incomplete', 'an incomplete action');
    const draft = await create(world);
    await refuse(schedule(world, draft, later(world, 3_600_000), 'private'), 'nobody-selected', 'for nobody');
  },
  'a published action cannot be scheduled': async (world) =>
    refuse(
      schedule(world, await publishNew(world), later(world, 3_600_000)),
      'already-published',
      'scheduling',
    ),
  'a scheduled action can be published at once': async (world) => {
    const { id, version } = await schedule(world, await create(world), later(world, 3_600_000));
    const published = await world.staff.call(publishAction, { id, version });
    expectEqual([published.status, published.schedule], ['published', null], 'the action');
  },
});
