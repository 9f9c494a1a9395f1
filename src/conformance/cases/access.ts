import type { CallOptions, Client } from '../../contract/client.js';
import { contract, type OperationName } from '../../contract/contract.js';
import { listFeed } from '../../contract/feed.js';
import type { Operation } from '../../contract/operation.js';
import { getSession } from '../../contract/session.js';
import { expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import { content, create, feedIds, later, publishNew, read, send, sees } from '../steps.js';
import { casesFor, casesOf, type ConformanceWorld } from '../world.js';

const names = Object.keys(contract) as OperationName[];
const forStaff = names.filter((name) => contract[name].access === 'staff');
/** Operations about one action: its id is `id` or `actionId`. */
const aboutOne = names.filter((name) => /\{(id|actionId)\}/.test(contract[name].path));

/** An input that has everything that any operation asks for. */
const inputFor = (world: ConformanceWorld, actionId: string): Record<string, unknown> => ({
  id: actionId,
  actionId,
  version: 1,
  content,
  visibility: 'public',
  schedule: { publishAt: later(world, 3_600_000), visibility: 'public' },
  listIds: [IDS.listOfTwo],
  featured: true,
  result: { kind: 'social_sharing', network: 'x', outcome: 'opened', edited: false },
});

const NOT_INPUT: { readonly [Name in OperationName]?: readonly string[] } = {
  'actions.update': ['visibility'],
};

/** Calls any operation, with a key where it needs one. */
function call(
  world: ConformanceWorld,
  client: Client,
  name: OperationName,
  actionId: string,
): Promise<unknown> {
  const operation: Operation = contract[name];
  const input = Object.fromEntries(
    Object.entries(inputFor(world, actionId)).filter(([member]) => !NOT_INPUT[name]?.includes(member)),
  );
  const options = operation.idempotent ? { key: world.newKey() } : {};
  return client.call(operation, input, options as CallOptions);
}

export const accessCases = [
  ...casesFor(
    'access',
    forStaff,
    (name) => `${name} is for those who organize`,
    async (world, name) => {
      const { id } = await create(world);
      await expectRefusal(call(world, world.visitor, name, id), 'unauthenticated', 'a visitor');
      await expectRefusal(call(world, world.volunteer(1), name, id), 'forbidden', 'a volunteer');
      expectEqual((await read(world, { id })).version, 1, 'the action afterwards');
    },
  ),
  ...casesFor(
    'access',
    aboutOne,
    (name) => `${name} does not find what is not there`,
    async (world, name) => {
      const client = contract[name].access === 'staff' ? world.staff : world.volunteer(1);
      await expectRefusal(call(world, client, name, 'no-such-action'), 'not-found', 'an unknown id');
    },
  ),
  ...casesFor(
    'access',
    aboutOne,
    (name) => `${name} does not find what belongs to another campaign`,
    async (world, name) => {
      const client = contract[name].access === 'staff' ? world.staff : world.volunteer(1);
      await expectRefusal(call(world, client, name, IDS.outsideAction), 'not-found', 'an action of others');
      if (world.outsider === undefined) return;
      expectEqual(await feedIds(world.outsider), [IDS.outsideAction], 'their feed afterwards');
      expectEqual(
        (await world.outsider.call(contract['actions.get'], { id: IDS.outsideAction })).version,
        1,
        'version',
      );
    },
    ['outsider'],
  ),
  ...casesOf(
    'access',
    {
      'nothing can be sent to lists, folders or users of another campaign': async (world) => {
        const draft = await create(world);
        await expectRefusal(send(world, draft, { listIds: [IDS.outsideList] }), 'not-found', 'a list');
        await expectRefusal(send(world, draft, { folderIds: [IDS.outsideFolder] }), 'not-found', 'a folder');
        await expectRefusal(send(world, draft, { userIds: [IDS.outsideUser] }), 'not-found', 'a user');
        const limited = { districtIds: [IDS.outsideDistrict], languages: [] };
        const { id, version } = draft;
        const update = world.staff.call(contract['actions.update'], { id, version, limits: limited });
        await expectRefusal(update, 'invalid-input', 'a district');
        expectEqual(await read(world, draft), draft, 'the draft afterwards');
      },
      'campaigns see nothing of each other': async (world) => {
        const action = await publishNew(world);
        if (world.outsider === undefined) return;
        expectEqual(await sees(world.outsider, action), false, 'our action in their feed');
        expectEqual(await sees(world.volunteer(1), { id: IDS.outsideAction }), false, 'theirs in ours');
        expectEqual((await world.outsider.call(contract['lookups.users'], {})).total, 1, 'their users');
      },
    },
    ['outsider'],
  ),
  ...casesOf('access', {
    'everybody learns who they are': async (world) => {
      const who = async (client: Client) => {
        const { role, userId, campaign } = await client.call(getSession, {});
        return [role, userId, campaign.id];
      };
      expectEqual(await who(world.visitor), ['visitor', null, 'conformance'], 'a visitor');
      expectEqual(await who(world.volunteer(1)), ['volunteer', 'volunteer-1', 'conformance'], 'a volunteer');
      expectEqual(await who(world.staff), ['staff', 'staff-1', 'conformance'], 'an organizer');
    },
    'a visitor may look at the feed': async ({ visitor }) => {
      expectEqual((await visitor.call(listFeed, {})).items, [], 'the feed');
    },
    'an id that is no id is refused': async (world) => {
      const { staff } = world;
      for (const id of ['a b', '../x', 'x'.repeat(65), '%2e%2e', "1' OR '1'='1"]) {
        await expectRefusal(staff.call(contract['actions.get'], { id }), 'invalid-input', id);
      }
    },
  }),
];
