import { listChanges, type Change } from '../../contract/changes.js';
import type { Client } from '../../contract/client.js';
import { expect, expectEqual, expectRefusal, expectSoon } from '../expect.js';
import { create, perform, publish, publishNew } from '../steps.js';
import { casesOf } from '../world.js';

const PATIENCE = 2000;

const now = async (client: Client): Promise<string> => (await client.call(listChanges, {})).cursor;
const since = (client: Client, cursor: string) => client.call(listChanges, { cursor });

export const changeCases = casesOf('changes', {
  'nothing has changed since now': async ({ staff }) => {
    const cursor = await now(staff);
    expectEqual((await since(staff, cursor)).changes, [], 'the changes');
  },
  'those who organize are told which action changed': async (world) => {
    const draft = await create(world);
    const cursor = await now(world.staff);
    await publish(world, draft);
    expectEqual(
      (await since(world.staff, cursor)).changes,
      [{ topic: 'actions', actionId: draft.id }],
      'changes',
    );
  },
  'volunteers and visitors are told that something changed, not what': async (world) => {
    const cursor = await now(world.volunteer(1));
    await create(world);
    for (const client of [world.volunteer(1), world.visitor]) {
      expectEqual((await since(client, cursor)).changes, [{ topic: 'actions', actionId: null }], 'changes');
    }
  },
  'a perform changes results': async (world) => {
    const action = await publishNew(world);
    const cursor = await now(world.staff);
    await perform(world.volunteer(1), action, world.newKey());
    expectEqual(
      (await since(world.staff, cursor)).changes,
      [{ topic: 'results', actionId: action.id }],
      'changes',
    );
  },
  'a refused call changes nothing': async (world) => {
    const action = await publishNew(world);
    const cursor = await now(world.staff);
    await expectRefusal(publish(world, action), 'transition-refused', 'publishing again');
    expectEqual((await since(world.staff, cursor)).changes, [], 'the changes');
  },
  'each cursor goes on where the last one ended': async (world) => {
    const first = await now(world.staff);
    const one = await create(world);
    const second = (await since(world.staff, first)).cursor;
    const two = await create(world);
    const { changes } = await since(world.staff, second);
    expectEqual(changes, [{ topic: 'actions', actionId: two.id }], 'what came second');
    const all = (await since(world.staff, first)).changes.map((change) => change.actionId);
    expectEqual([...all].sort(), [one.id, two.id].sort(), 'everything since the first');
  },
  'a cursor that was never given out is refused': async ({ staff }) => {
    await expectRefusal(since(staff, 'not a cursor'), 'invalid-input', 'a made-up cursor');
  },
  'who subscribes hears of changes, until they stop': async (world) => {
    const heard: Change[] = [];
    const stop = world.staff.subscribe((change) => heard.push(change));
    try {
      const action = await create(world);
      const isTold = () =>
        heard.some((change) => change.topic === 'actions' && change.actionId === action.id);
      await expectSoon(isTold, world.patience ?? PATIENCE, 'the change was not heard in time');
    } finally {
      stop();
    }
    const count = heard.length;
    await create(world);
    await new Promise((resume) => setTimeout(resume, 50));
    expectEqual(heard.length, count, 'changes heard after stopping');
  },
  'a volunteer who subscribes is not told which action it was': async (world) => {
    const heard: Change[] = [];
    const stop = world.volunteer(1).subscribe((change) => heard.push(change));
    try {
      await create(world);
      await expectSoon(
        () => heard.length > 0,
        world.patience ?? PATIENCE,
        'the change was not heard in time',
      );
      expect(
        heard.every((change) => change.actionId === null),
        'no action is named',
      );
    } finally {
      stop();
    }
  },
});
