import { getAudienceExplanation } from '../../contract/audience.js';
import { listFeed } from '../../contract/feed.js';
import { resolveShareToken, getShareLinks } from '../../contract/links.js';
import type { InputOf } from '../../contract/operation.js';
import { getSession } from '../../contract/session.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import {
  content,
  create,
  everyone,
  feedIds,
  limit,
  open,
  publish,
  publishNew,
  sees,
  send,
  sendNew,
  start,
} from '../steps.js';
import { casesFor, casesOf, type ConformanceWorld } from '../world.js';

/** Which of the five volunteers see an action. */
const volunteersWhoSee = async (
  world: ConformanceWorld,
  action: { readonly id: string },
): Promise<number[]> => {
  const numbers = [1, 2, 3, 4, 5];
  const seen = await Promise.all(numbers.map((number) => sees(world.volunteer(number), action)));
  return numbers.filter((_, index) => seen[index]);
};

interface Limits {
  readonly districtIds: string[];
  readonly languages: string[];
  readonly who: readonly number[];
}

const LIMITS: readonly Limits[] = [
  { districtIds: [IDS.north], languages: [], who: [1, 3] },
  { districtIds: [IDS.north, IDS.south], languages: [], who: [1, 2, 3, 4] },
  { districtIds: [], languages: ['es'], who: [3, 4] },
  { districtIds: [], languages: ['en', 'es'], who: [1, 2, 3, 4, 5] },
  { districtIds: [IDS.south], languages: ['es-MX'], who: [4] },
];

type Explained = InputOf<typeof getAudienceExplanation>;

const AUDIENCES: readonly Explained[] = [
  { visibility: 'public' },
  { visibility: 'public', districtIds: [IDS.north] },
  { visibility: 'public', languages: ['es'] },
  { visibility: 'private', listIds: [IDS.listOfTwo] },
  { visibility: 'private', folderIds: [IDS.folderOfLists], userIds: [IDS.volunteers[0]] },
  {
    visibility: 'private',
    listIds: [IDS.listOfTwo, IDS.listOfThree],
    districtIds: [IDS.south],
    languages: ['en'],
  },
  { visibility: 'private', listIds: [IDS.emptyList] },
];

const namesOf = ({ visibility, districtIds = [], languages = [], ...targets }: Explained): string =>
  [visibility, ...Object.values(targets).flat(), ...districtIds, ...languages].join(' ');

async function publishTo(world: ConformanceWorld, audience: Explained): Promise<{ readonly id: string }> {
  const { visibility, districtIds = [], languages = [], ...targets } = audience;
  const draft = await limit(world, await create(world), { districtIds, languages });
  return visibility === 'public' ? publish(world, draft) : (await send(world, draft, targets)).action;
}

export const audienceCases = [
  ...casesFor(
    'audience',
    LIMITS,
    ({ districtIds, languages }) =>
      `limits ${[...districtIds, ...languages].join(' ')} narrow a public action`,
    async (world, { districtIds, languages, who }) => {
      const action = await publish(
        world,
        await limit(world, await create(world), { districtIds, languages }),
      );
      expectEqual(await volunteersWhoSee(world, action), who, 'volunteers who see it');
    },
  ),
  ...casesFor(
    'audience',
    AUDIENCES,
    (audience) => `as many see it as the explanation says: ${namesOf(audience)}`,
    async (world, audience) => {
      const explained = await world.staff.call(getAudienceExplanation, audience);
      const action = await publishTo(world, audience);
      const seen = await Promise.all(everyone(world).map((client) => sees(client, action)));
      expectEqual(explained.total, seen.filter(Boolean).length, 'how many see it');
      expectEqual(explained.steps.at(-1)?.after, explained.total, 'what the last step leaves');
      const ids = new Set<string | null>(explained.examples.map((example) => example.userId));
      for (const [index, client] of everyone(world).entries()) {
        const { userId } = await client.call(getSession, {});
        expect(!ids.has(userId) || seen[index] === true, 'everybody named as an example sees it');
      }
    },
  ),
  ...casesOf('audience', {
    'limits narrow a private action too': async (world) => {
      const draft = await limit(world, await create(world), { languages: ['es'] });
      const { action } = await send(world, draft, { listIds: [IDS.listOfTwo, IDS.listOfThree] });
      expectEqual(await volunteersWhoSee(world, action), [3], 'volunteers who see it');
    },
    'limits to what is not there are refused': async (world) => {
      const call = limit(world, await create(world), { districtIds: ['no-such'] });
      const { details } = await expectRefusal(call, 'invalid-input', 'an unknown district');
      expectEqual(details.fields?.[0]?.path, 'limits.districtIds.0', 'the field');
    },
    'what somebody cannot see they cannot open, start or find out about': async (world) => {
      const action = await sendNew(world, { userIds: [IDS.volunteers[0]] });
      await expectRefusal(open(world.volunteer(2), action), 'not-found', 'opening');
      await expectRefusal(start(world.volunteer(2), action), 'not-found', 'starting');
      const found = await world.volunteer(2).call(listFeed, { search: content.title ?? '' });
      expectEqual([found.items, found.total], [[], 0], 'searching');
    },
    'a share link opens a private action for whoever has it': async (world) => {
      const action = await sendNew(world, { userIds: [IDS.volunteers[0]] });
      const { token } = await world.staff.call(getShareLinks, { actionId: action.id });
      for (const client of [world.volunteer(2), world.visitor]) {
        expectEqual(
          (await client.call(resolveShareToken, { shareToken: token })).id,
          action.id,
          'resolving it',
        );
        expectEqual((await open(client, action, token)).id, action.id, 'opening it');
        await expectRefusal(open(client, action), 'not-found', 'opening it without the link');
      }
    },
    'a share link opens no other action, and no limit': async (world) => {
      const shared = await sendNew(world, { userIds: [IDS.volunteers[0]] });
      const other = await sendNew(world, { userIds: [IDS.volunteers[0]] });
      const { token } = await world.staff.call(getShareLinks, { actionId: shared.id });
      await expectRefusal(open(world.volunteer(2), other, token), 'not-found', 'another action');
      await limit(world, shared, { languages: ['es'] });
      await expectRefusal(
        open(world.volunteer(2), shared, token),
        'not-found',
        'an action in another language',
      );
    },
    'a volunteer is told nothing about the audience': async (world) => {
      const action = await sendNew(world, { listIds: [IDS.listOfTwo] });
      const words = JSON.stringify([
        await open(world.volunteer(1), action),
        await world.volunteer(1).call(listFeed, {}),
        await world.volunteer(1).call(getSession, {}),
      ]);
      for (const secret of [IDS.listOfTwo, 'volunteer-2', 'audience', 'recipients']) {
        expect(!words.includes(secret), `${secret} is not told`);
      }
    },
    'the feed is filtered by kind, by text and to what is featured': async (world) => {
      const action = await publishNew(world, { ...content, title: 'Post about the river' });
      const search = async (filter: InputOf<typeof listFeed>) =>
        (await world.volunteer(1).call(listFeed, filter)).items.map(({ id }) => id);
      expectEqual(await search({ kinds: ['social_sharing'], search: 'RIVER' }), [action.id], 'what fits');
      expectEqual(await search({ kinds: ['survey'] }), [], 'another kind');
      expectEqual(await search({ search: 'mountain' }), [], 'another text');
      expectEqual(await search({ featuredOnly: true }), [], 'nothing featured');
    },
    'the feed comes in pages': async (world) => {
      for (let count = 0; count < 5; count += 1) await publishNew(world);
      const ids: string[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const page = await world.volunteer(1).call(listFeed, { limit: 2, ...(cursor && { cursor }) });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expectEqual(ids, await feedIds(world.volunteer(1)), 'the pages together');
      expectEqual(new Set(ids).size, 5, 'different actions');
    },
  }),
];
