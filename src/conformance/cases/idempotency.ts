import { copyAction, createAction, listActions, sendAction } from '../../contract/actions.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import { content, create, perform, publishNew, results, SHARED } from '../steps.js';
import { casesOf } from '../world.js';

export const idempotencyCases = casesOf('keys', {
  'the same key and body create one action, and answer the same': async (world) => {
    const key = world.newKey();
    const first = await world.staff.call(createAction, { content }, { key });
    const second = await world.staff.call(createAction, { content }, { key });
    expectEqual(second, first, 'the second answer');
    expectEqual((await world.staff.call(listActions, {})).total, 1, 'actions');
  },
  'the same key with another body is refused, and creates nothing': async (world) => {
    const key = world.newKey();
    await world.staff.call(createAction, { content }, { key });
    const call = world.staff.call(createAction, { content: { ...content, title: 'Another' } }, { key });
    await expectRefusal(call, 'key-reused', 'another body');
    expectEqual((await world.staff.call(listActions, {})).total, 1, 'actions');
  },
  'five calls at once with one key create one action': async (world) => {
    const key = world.newKey();
    const calls = Array.from({ length: 5 }, () => world.staff.call(createAction, { content }, { key }));
    const settled = await Promise.allSettled(calls);
    const made = new Set(settled.map((call) => (call.status === 'fulfilled' ? call.value.id : 'refused')));
    made.delete('refused');
    expectEqual(made.size, 1, 'ids that were answered');
    expectEqual((await world.staff.call(listActions, {})).total, 1, 'actions');
  },
  'a key belongs to one operation': async (world) => {
    const key = world.newKey();
    const { id } = await world.staff.call(createAction, { content }, { key });
    const copy = await world.staff.call(copyAction, { id }, { key });
    expect(copy.id !== id, 'the copy is an action of its own');
  },
  'a key belongs to one person': async (world) => {
    const action = await publishNew(world);
    const key = world.newKey();
    await perform(world.volunteer(1), action, key);
    await perform(world.volunteer(2), action, key);
    expectEqual((await results(world, action)).overview.completed, 2, 'people who completed');
  },
  'a perform that is sent twice counts once': async (world) => {
    const action = await publishNew(world);
    const key = world.newKey();
    await perform(world.volunteer(1), action, key);
    const { performs } = await perform(world.volunteer(1), action, key);
    expectEqual(performs, 1, 'performs');
    const other = perform(world.volunteer(1), action, key, { ...SHARED, network: 'facebook' });
    await expectRefusal(other, 'key-reused', 'another share under the same key');
    expectEqual((await results(world, action)).overview.performs, 1, 'performs in the results');
  },
  'a sending that is repeated with its key answers the same, though the version has moved on': async (
    world,
  ) => {
    const { id, version } = await create(world);
    const key = world.newKey();
    const input = { id, version, listIds: [IDS.listOfTwo] };
    const first = await world.staff.call(sendAction, input, { key });
    expectEqual(await world.staff.call(sendAction, input, { key }), first, 'the second answer');
  },
  'a refused call leaves its key free': async (world) => {
    const { id, version } = await create(world);
    const key = world.newKey();
    const stale = { id, version: version + 1, listIds: [IDS.listOfTwo] };
    await expectRefusal(
      world.staff.call(sendAction, stale, { key }),
      'version-conflict',
      'the first attempt',
    );
    const { deliveries } = await world.staff.call(sendAction, { ...stale, version }, { key });
    expectEqual(deliveries, 2, 'deliveries of the second attempt');
  },
  'a creation without a proper key is refused': async ({ staff }) => {
    await expectRefusal(
      staff.call(createAction, { content }, { key: 'short' }),
      'key-required',
      'a short key',
    );
  },
});
