import { listActions, type ActionFilters } from '../../contract/actions.js';
import { listFeed } from '../../contract/feed.js';
import * as lookups from '../../contract/lookups.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import { COMPLETE, close, content, create, later, publishNew, remove, schedule } from '../steps.js';
import { casesFor, casesOf, type ConformanceWorld } from '../world.js';

const titles = async ({ staff }: ConformanceWorld, filters: ActionFilters): Promise<string[]> =>
  (await staff.call(listActions, filters)).items.map((item) => item.content.title);

const createAll = async (world: ConformanceWorld, ...names: readonly string[]): Promise<void> => {
  for (const title of names) await create(world, { ...content, title });
};

const BAD_CURSORS = ['x', '!!!', 'e30', 'eyJvcmRlciI6ImZlZWQifQ', '0'.repeat(500)];

export const listCases = [
  ...casesOf('lists', {
    'an empty campaign has no actions': async ({ staff }) => {
      const { items, total, nextCursor } = await staff.call(listActions, {});
      expectEqual({ items, total, nextCursor }, { items: [], total: 0, nextCursor: null }, 'the list');
    },
    'actions are found by status, and counted in each': async (world) => {
      await create(world, { ...content, title: 'Draft' });
      await schedule(world, await create(world, { ...content, title: 'Scheduled' }), later(world, 3_600_000));
      await publishNew(world, { ...content, title: 'Published' });
      await close(world, await publishNew(world, { ...content, title: 'Closed' }));
      await remove(world, await create(world, { ...content, title: 'Deleted' }));
      for (const status of ['draft', 'scheduled', 'published', 'closed', 'deleted'] as const) {
        const found = await titles(world, { statuses: [status] });
        expectEqual(found.join().toLowerCase(), status, `actions that are ${status}`);
      }
      const { counts, total } = await world.staff.call(listActions, {});
      expectEqual(counts, { draft: 1, scheduled: 1, published: 1, closed: 1, deleted: 1 }, 'the counts');
      expectEqual(total, 4, 'actions without the deleted one');
    },
    'actions are found by kind': async (world) => {
      await create(world, COMPLETE.survey);
      await create(world, COMPLETE.open_webpage);
      const { items } = await world.staff.call(listActions, { kinds: ['survey'] });
      expectEqual(
        items.map((item) => item.content.kind),
        ['survey'],
        'the kinds',
      );
    },
    'actions are found by folder': async (world) => {
      await create(world);
      const filed = await create(world, { ...content, folderIds: [IDS.folderOfActions] });
      const { items } = await world.staff.call(listActions, { folderId: IDS.folderOfActions });
      expectEqual(
        items.map((item) => item.id),
        [filed.id],
        'the actions in the folder',
      );
    },
    'actions are found by text whatever its case': async (world) => {
      await createAll(world, 'Knock on doors', 'Share the PETITION');
      expectEqual(await titles(world, { search: 'petition' }), ['Share the PETITION'], 'search');
      expectEqual(await titles(world, { search: '100%_' }), [], 'signs that queries read as wildcards');
    },
    'titles sort both ways': async (world) => {
      await createAll(world, 'b', 'A', 'c');
      expectEqual(await titles(world, { sort: 'title', descending: false }), ['A', 'b', 'c'], 'ascending');
      expectEqual(await titles(world, { sort: 'title', descending: true }), ['c', 'b', 'A'], 'descending');
    },
    'pages follow each other without gap or repetition while actions are added': async (world) => {
      await createAll(world, 'a', 'c', 'e', 'g', 'i');
      const seen: string[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const filters: ActionFilters = {
          sort: 'title',
          descending: false,
          limit: 2,
          ...(cursor && { cursor }),
        };
        const page = await world.staff.call(listActions, filters);
        seen.push(...page.items.map((item) => item.content.title));
        cursor = page.nextCursor;
        await create(world, { ...content, title: seen.length < 4 ? 'b' : 'd' });
      }
      const wanted = ['a', 'c', 'e', 'g', 'i'];
      expectEqual(
        seen.filter((title) => wanted.includes(title)),
        wanted,
        'every action once, in order',
      );
    },
    'a page holds as many as were asked for, and the total counts all': async (world) => {
      await createAll(world, '1', '2', '3');
      const { items, total, nextCursor } = await world.staff.call(listActions, { limit: 2 });
      expectEqual([items.length, total], [2, 3], 'page and total');
      expect(nextCursor !== null, 'there is a next page');
    },
    'the same is true of titles with 10,000 signs of four bytes': async (world) => {
      for (const end of ['a', 'b', 'c']) await create(world, { ...content, title: '🌊'.repeat(4_000) + end });
      const first = await world.staff.call(listActions, { sort: 'title', limit: 2 });
      expect(first.nextCursor !== null, 'there is a next page');
      const next = await world.staff.call(listActions, { sort: 'title', limit: 2, cursor: first.nextCursor });
      expectEqual(next.items.length, 1, 'actions on the last page');
    },
    'a limit of 0 or 101 is refused': async ({ staff }) => {
      await expectRefusal(staff.call(listActions, { limit: 0 }), 'invalid-input', 'none');
      await expectRefusal(staff.call(listActions, { limit: 101 }), 'invalid-input', 'too many');
    },
    'lookups answer what the campaign has': async ({ staff }) => {
      const lists = await staff.call(lookups.listUserLists, {});
      expectEqual(
        lists.items.map(({ id, count }) => [id, count]),
        [
          [IDS.listOfTwo, 2],
          [IDS.listOfThree, 1],
          [IDS.listOfFour, 1],
          [IDS.emptyList, 0],
        ],
        'user lists with how many are on them',
      );
      expectEqual((await staff.call(lookups.listUsers, {})).total, 6, 'users');
      expectEqual((await staff.call(lookups.listUsers, { search: 'carla' })).total, 1, 'users by name');
      expectEqual(
        (await staff.call(lookups.listUsers, { search: 'volunteer-4@' })).total,
        1,
        'users by address',
      );
      for (const [operation, count] of [
        [lookups.listContactLists, 1],
        [lookups.listTags, 1],
        [lookups.listFields, 1],
        [lookups.listDistricts, 2],
        [lookups.listFolders, 2],
      ] as const) {
        expectEqual((await staff.call(operation, {})).total, count, operation.name);
      }
    },
  }),
  ...casesFor(
    'lists',
    BAD_CURSORS,
    (cursor) => `the cursor ${cursor.slice(0, 30)} is refused, not obeyed`,
    async ({ staff, visitor }, cursor) => {
      await expectRefusal(staff.call(listActions, { cursor }), 'invalid-input', 'actions');
      await expectRefusal(visitor.call(listFeed, { cursor }), 'invalid-input', 'feed');
      await expectRefusal(staff.call(lookups.listUsers, { cursor }), 'invalid-input', 'users');
    },
  ),
];
