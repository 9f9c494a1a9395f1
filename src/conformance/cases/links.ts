import {
  getReferralLink,
  getShareLinks,
  recordClick,
  resolveShareToken,
  type ShareLinks,
} from '../../contract/links.js';
import { recordPerform } from '../../contract/perform.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import {
  COMPLETE,
  close,
  create,
  open,
  publishNew,
  read,
  remove,
  results,
  sendNew,
  SHARED,
} from '../steps.js';
import { casesOf, type ConformanceWorld } from '../world.js';

const linksOf = ({ staff }: ConformanceWorld, { id }: { readonly id: string }): Promise<ShareLinks> =>
  staff.call(getShareLinks, { actionId: id });

export const linkCases = casesOf('links', {
  'a draft has no share link': async (world) => {
    const { details } = await expectRefusal(
      linksOf(world, await create(world)),
      'transition-refused',
      'a draft',
    );
    expectEqual(details.reason, 'not-published', 'the reason');
  },
  'a published action has one share link, always the same': async (world) => {
    const action = await publishNew(world);
    const links = await linksOf(world, action);
    expect(links.web.includes(links.token), 'the web link carries the token');
    expectEqual(await linksOf(world, action), links, 'asked again');
  },
  'a private action has a share link once it was sent': async (world) => {
    const links = await linksOf(world, await sendNew(world, { listIds: [IDS.listOfTwo] }));
    expect(links.token.length >= 16, 'there is a token');
  },
  'share tokens are long and different, and say nothing of the action': async (world) => {
    const actions = [await publishNew(world), await publishNew(world), await publishNew(world)];
    const tokens = await Promise.all(actions.map(async (action) => (await linksOf(world, action)).token));
    expectEqual(new Set(tokens).size, 3, 'different tokens');
    tokens.forEach((token, index) => {
      expect(/^[A-Za-z0-9_-]{16,64}$/.test(token), 'at least 16 safe characters');
      expect(
        !token.includes(actions[index]?.id ?? '') && token !== actions[index]?.id,
        'not the id of the action',
      );
    });
  },
  'a share token that nobody gave out leads nowhere': async ({ visitor }) => {
    await expectRefusal(
      visitor.call(resolveShareToken, { shareToken: 'A'.repeat(22) }),
      'not-found',
      'a made-up token',
    );
  },
  'a share link to a closed action says so, to a deleted one that it is gone': async (world) => {
    const action = await publishNew(world);
    const { token } = await linksOf(world, action);
    await close(world, action);
    const shown = await world.visitor.call(resolveShareToken, { shareToken: token });
    expectEqual(shown.status, 'closed', 'status');
    await remove(world, await read(world, action));
    await expectRefusal(world.visitor.call(resolveShareToken, { shareToken: token }), 'gone', 'deleted');
  },
  'whoever came by a share link can perform': async (world) => {
    const action = await sendNew(world, { userIds: [IDS.volunteers[0]] });
    const { token } = await linksOf(world, action);
    const input = { actionId: action.id, result: SHARED };
    const client = world.volunteer(2);
    await expectRefusal(
      client.call(recordPerform, input, { key: world.newKey() }),
      'not-found',
      'without the link',
    );
    const { performs } = await client.call(
      recordPerform,
      { ...input, shareToken: token },
      { key: world.newKey() },
    );
    expectEqual(performs, 1, 'performs');
    expectEqual((await open(client, action, token)).engagement.performs, 1, 'what its page shows');
  },
  'everybody has a personal link of their own, always the same': async (world) => {
    const { id: actionId } = await publishNew(world);
    const first = await world.volunteer(1).call(getReferralLink, { actionId });
    expectEqual(await world.volunteer(1).call(getReferralLink, { actionId }), first, 'asked again');
    const other = await world.volunteer(2).call(getReferralLink, { actionId });
    expect(other.code !== first.code, 'another person has another code');
    expect(first.url.includes(first.code), 'the link carries the code');
    expect(!first.url.includes('volunteer-1'), 'the link says nothing of the person');
  },
  'a click on a personal link is counted and goes where the action points': async (world) => {
    const action = await publishNew(world);
    const { code } = await world.volunteer(1).call(getReferralLink, { actionId: action.id });
    const { url } = await world.visitor.call(recordClick, { code, network: 'x' });
    expect(url.startsWith('https://example.org/story?from=feed'), 'it leads to the share link');
    const { performance } = await results(world, action);
    expect(performance.kind === 'social_sharing', 'it speaks of sharing');
    expectEqual(performance.clicks, 1, 'clicks');
  },
  'a click on a code that nobody has is refused': async ({ visitor }) => {
    await expectRefusal(visitor.call(recordClick, { code: 'nobody-has-this' }), 'not-found', 'unknown code');
  },
  'nobody gets a personal link to what they cannot see': async (world) => {
    const { id } = await sendNew(world, { userIds: [IDS.volunteers[0]] });
    await expectRefusal(world.volunteer(2).call(getReferralLink, { actionId: id }), 'not-found', 'hidden');
  },
  'a personal link to a page to open leads to that page': async (world) => {
    const { id } = await publishNew(world, COMPLETE.open_webpage);
    const { code } = await world.volunteer(1).call(getReferralLink, { actionId: id });
    const { url } = await world.visitor.call(recordClick, { code });
    expect(url.startsWith('https://example.org/page'), 'it leads to the page');
  },
});
