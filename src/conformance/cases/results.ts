import { expect, expectEqual } from '../expect.js';
import { IDS } from '../fixture.js';
import { close, open, perform, publishNew, results, see, send, sendNew, SHARED, start } from '../steps.js';
import { casesOf } from '../world.js';

export const resultCases = casesOf('results', {
  'one person who sees, starts and performs is 1, 1, 1 and 1': async (world) => {
    const action = await publishNew(world);
    await see(world.volunteer(1), action);
    await start(world.volunteer(1), action);
    await perform(world.volunteer(1), action, world.newKey());
    const { overview } = await results(world, action);
    expectEqual(
      overview,
      { sentTo: 0, seen: 1, seenAmongSentTo: 0, started: 1, completed: 1, performs: 1, reports: 0 },
      'the overview',
    );
  },
  'an action that nobody has touched counts nothing': async (world) => {
    const { overview, performance, actionId } = await results(world, await publishNew(world));
    expectEqual(new Set(Object.values(overview)), new Set([0]), 'the overview');
    expectEqual([performance.kind, actionId !== ''], ['social_sharing', true], 'what it speaks of');
  },
  'sent to counts people once, and those of them who have seen it': async (world) => {
    const action = await sendNew(world, { listIds: [IDS.listOfTwo] });
    await send(world, action, { userIds: [IDS.volunteers[0], IDS.volunteers[4]] });
    await see(world.volunteer(1), action);
    const { sentTo, seen, seenAmongSentTo } = (await results(world, action)).overview;
    expectEqual([sentTo, seen, seenAmongSentTo], [3, 1, 1], 'sent, seen and seen of those');
  },
  'figures never contradict each other, even when somebody performs without a word before': async (world) => {
    const action = await publishNew(world);
    await perform(world.volunteer(1), action, world.newKey());
    await perform(world.volunteer(1), action, world.newKey());
    await perform(world.volunteer(2), action, world.newKey());
    await start(world.volunteer(3), action);
    const { started, completed, performs } = (await results(world, action)).overview;
    expectEqual([started, completed, performs], [3, 2, 3], 'started, completed and performs');
  },
  'shares are told apart by network, copy and cancellation': async (world) => {
    const action = await publishNew(world);
    const share = (result: Parameters<typeof perform>[3]) =>
      perform(world.volunteer(1), action, world.newKey(), result);
    await share(SHARED);
    await share({ ...SHARED, network: 'whatsapp' });
    await share({ ...SHARED, network: 'copy', outcome: 'copied' });
    await share({ ...SHARED, network: 'native', outcome: 'shared' });
    await share({ ...SHARED, network: 'native', outcome: 'cancelled' });
    const { performance, overview } = await results(world, action);
    expect(performance.kind === 'social_sharing', 'it speaks of sharing');
    const { copies, nativeShares, cancelled, byNetwork } = performance;
    expectEqual([copies, nativeShares, cancelled, overview.performs], [1, 1, 1, 4], 'the figures');
    expectEqual(byNetwork.find(({ network }) => network === 'whatsapp')?.shares, 1, 'shares on one network');
  },
  'a closed action keeps its results': async (world) => {
    const action = await publishNew(world);
    await perform(world.volunteer(1), action, world.newKey());
    const before = await results(world, action);
    await close(world, action);
    const after = await results(world, action);
    expectEqual([after.overview, after.performance], [before.overview, before.performance], 'the results');
  },
  'results of one action are not another’s': async (world) => {
    const [one, other] = [await publishNew(world), await publishNew(world)];
    await perform(world.volunteer(1), one, world.newKey());
    expectEqual((await results(world, other)).overview.performs, 0, 'the other’s performs');
    expectEqual((await open(world.volunteer(1), other)).engagement.performs, 0, 'the other’s engagement');
  },
});
