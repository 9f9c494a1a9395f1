import { scheduleAction, updateAction } from '../../contract/actions.js';
import { expect, expectEqual } from '../expect.js';
import { IDS } from '../fixture.js';
import { content, create, later, read, remove, schedule, sees } from '../steps.js';
import { casesOf, type ConformanceWorld } from '../world.js';

const HOUR = 3_600_000;

const advance = async (world: ConformanceWorld, instant: string): Promise<void> => {
  expect(world.advanceTo !== undefined, 'this case needs a clock');
  await world.advanceTo(instant);
};

const before = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();
const after = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();

export const scheduleCases = casesOf(
  'schedule',
  {
    'a scheduled action is published at its time and never a millisecond early': async (world) => {
      const publishAt = later(world, HOUR);
      const action = await schedule(world, await create(world), publishAt);
      await advance(world, before(publishAt));
      expectEqual((await read(world, action)).status, 'scheduled', 'status one millisecond before');
      expect(!(await sees(world.volunteer(1), action)), 'nobody sees it before its time');
      await advance(world, publishAt);
      const { status, visibility, schedule: left } = await read(world, action);
      expectEqual([status, visibility, left], ['published', 'public', null], 'the action at its time');
      expect(await sees(world.volunteer(1), action), 'everybody sees it from then on');
    },
    'two scheduled actions are each published at their own time': async (world) => {
      const times = [later(world, HOUR), later(world, 2 * HOUR)] as const;
      const late = await schedule(world, await create(world), times[1]);
      const early = await schedule(world, await create(world), times[0]);
      await advance(world, times[0]);
      expectEqual(
        [(await read(world, early)).status, (await read(world, late)).status],
        ['published', 'scheduled'],
        'after the first time',
      );
      await advance(world, times[1]);
      expectEqual((await read(world, late)).status, 'published', 'after the second time');
    },
    'a private schedule reaches whom it was made for': async (world) => {
      const { id, version } = await create(world);
      const publishAt = later(world, HOUR);
      const action = await world.staff.call(scheduleAction, {
        id,
        version,
        schedule: { publishAt, visibility: 'private' },
        recipients: { listIds: [IDS.listOfTwo], userIds: [] },
      });
      expect(!(await sees(world.volunteer(1), action)), 'nobody sees it before its time');
      await advance(world, publishAt);
      expectEqual((await read(world, action)).visibility, 'private', 'visibility');
      expect(await sees(world.volunteer(1), action), 'who is on the list sees it');
      expect(!(await sees(world.volunteer(3), action)), 'who is not does not');
    },
    'what has become incomplete stays scheduled, says why, and is published once it is whole': async (
      world,
    ) => {
      const publishAt = later(world, HOUR);
      const { id, version } = await schedule(world, await create(world), publishAt);
      await world.staff.call(updateAction, { id, version, content: { ...content, title: '' } });
      await advance(world, publishAt);
      const failed = await read(world, { id });
      expectEqual([failed.status, failed.publishFailure], ['scheduled', 'incomplete'], 'at its time');
      await world.staff.call(updateAction, { id, version: failed.version, content });
      await advance(world, after(publishAt));
      const published = await read(world, { id });
      expectEqual(
        [published.status, published.publishFailure],
        ['published', null],
        'after it was completed',
      );
    },
    'what was deleted or unscheduled meanwhile is not published': async (world) => {
      const publishAt = later(world, HOUR);
      const deleted = await remove(world, await schedule(world, await create(world), publishAt));
      await advance(world, publishAt);
      expectEqual((await read(world, deleted)).status, 'deleted', 'status');
    },
  },
  ['clock'],
);
