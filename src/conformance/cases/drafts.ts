import { copyAction, featureAction, updateAction } from '../../contract/actions.js';
import { expect, expectEqual, expectRefusal } from '../expect.js';
import { IDS } from '../fixture.js';
import {
  COMPLETE,
  close,
  content,
  create,
  limit,
  open,
  perform,
  publishNew,
  read,
  remove,
  results,
  send,
} from '../steps.js';
import { casesOf } from '../world.js';

export const draftCases = casesOf('drafts', {
  'a new action is a draft that nobody sees': async (world) => {
    const action = await create(world);
    const {
      status,
      visibility,
      version,
      featured,
      schedule,
      publishedAt,
      closedAt,
      deletedAt,
      copiedFromId,
    } = action;
    expectEqual(
      { status, visibility, version, featured, schedule, publishedAt, closedAt, deletedAt, copiedFromId },
      {
        status: 'draft',
        visibility: 'unpublished',
        version: 1,
        featured: false,
        schedule: null,
        publishedAt: null,
        closedAt: null,
        deletedAt: null,
        copiedFromId: null,
      },
      'a new action starts from nothing',
    );
    await expectRefusal(open(world.volunteer(1), action), 'not-found', 'a volunteer opens a draft');
  },
  'what was created is what is read': async (world) => {
    const action = await create(world);
    expectEqual(await read(world, action), action, 'the stored action');
  },
  'a draft may be empty': async (world) => {
    const action = await create(world, { kind: 'social_sharing' });
    expectEqual(action.content.title, '', 'title of an empty draft');
  },
  'two drafts have different ids': async (world) => {
    const [one, two] = [await create(world), await create(world)];
    expect(one.id !== two.id, 'ids are used once');
  },
  'an update replaces the content and counts the version up': async (world) => {
    const { id, version } = await create(world);
    const next = { ...content, title: 'Another title' };
    const updated = await world.staff.call(updateAction, { id, version, content: next });
    expectEqual(
      [updated.content.title, updated.version],
      ['Another title', version + 1],
      'the updated action',
    );
    expectEqual(await read(world, updated), updated, 'the stored action');
  },
  'an update of limits alone leaves the content': async (world) => {
    const action = await create(world);
    const updated = await limit(world, action, { districtIds: [IDS.north], languages: ['es'] });
    expectEqual(updated.content, action.content, 'the content');
    expectEqual(
      [updated.audience.districtIds, updated.audience.languages],
      [[IDS.north], ['es']],
      'the limits',
    );
  },
  'an update cannot make another kind of an action': async (world) => {
    const { id, version } = await create(world);
    const call = world.staff.call(updateAction, { id, version, content: COMPLETE.survey });
    const { details } = await expectRefusal(call, 'invalid-input', 'another kind');
    expectEqual(details.fields?.[0]?.path, 'content.kind', 'the field');
  },
  'a stale update is refused with the action as it is': async (world) => {
    const { id, version } = await create(world);
    const first = await world.staff.call(updateAction, {
      id,
      version,
      content: { ...content, title: 'First' },
    });
    const second = world.staff.call(updateAction, { id, version, content: { ...content, title: 'Second' } });
    const { details } = await expectRefusal(second, 'version-conflict', 'the second of two updates');
    expectEqual(details.current, first, 'what comes with the conflict');
    expectEqual((await read(world, first)).content.title, 'First', 'the title that stays');
  },
  'a stale version is refused for every change of state': async (world) => {
    const action = await publishNew(world);
    const stale = { ...action, version: action.version - 1 };
    await expectRefusal(close(world, stale), 'version-conflict', 'close');
    await expectRefusal(remove(world, stale), 'version-conflict', 'delete');
    await expectRefusal(send(world, stale, { listIds: [IDS.listOfTwo] }), 'version-conflict', 'send');
    expectEqual(await read(world, action), action, 'the action afterwards');
  },
  'of two updates at once exactly one lands': async (world) => {
    const { id, version } = await create(world);
    const attempts = ['One', 'Two', 'Three'].map((title) =>
      world.staff.call(updateAction, { id, version, content: { ...content, title } }),
    );
    const settled = await Promise.allSettled(attempts);
    expectEqual(settled.filter(({ status }) => status === 'fulfilled').length, 1, 'updates that landed');
  },
  'a copy is a new draft with the same words': async (world) => {
    const source = await create(world);
    const copy = await world.staff.call(copyAction, { id: source.id }, { key: world.newKey() });
    expect(copy.id !== source.id, 'a copy has an id of its own');
    expectEqual(
      [copy.content, copy.status, copy.copiedFromId, copy.version],
      [source.content, 'draft', source.id, 1],
      'the copy',
    );
  },
  'a copy can get another title': async (world) => {
    const { id } = await create(world);
    const copy = await world.staff.call(copyAction, { id, title: 'Copy of it' }, { key: world.newKey() });
    expectEqual(copy.content.title, 'Copy of it', 'the title');
  },
  'changing a copy leaves its source': async (world) => {
    const source = await create(world);
    const copy = await world.staff.call(copyAction, { id: source.id }, { key: world.newKey() });
    const changed = { ...content, title: 'Changed', networks: ['x' as const] };
    await world.staff.call(updateAction, { id: copy.id, version: copy.version, content: changed });
    expectEqual(await read(world, source), source, 'the source');
  },
  'a copy of a sent and featured action has no recipients, results or pin': async (world) => {
    const { action } = await send(world, await create(world), { listIds: [IDS.listOfTwo] });
    const { id, version } = action;
    await world.staff.call(featureAction, { id, version, featured: true });
    await perform(world.volunteer(1), action, world.newKey());
    const copy = await world.staff.call(copyAction, { id }, { key: world.newKey() });
    expectEqual(
      [copy.featured, copy.audience.listIds, copy.visibility],
      [false, [], 'unpublished'],
      'the copy',
    );
    const { sentTo, performs } = (await results(world, copy)).overview;
    expectEqual([sentTo, performs], [0, 0], 'its results');
  },
  'a deleted action can still be copied': async (world) => {
    const deleted = await remove(world, await create(world));
    const copy = await world.staff.call(copyAction, { id: deleted.id }, { key: world.newKey() });
    expectEqual(copy.status, 'draft', 'the copy');
  },
  'a deleted action stays readable for those who organize, and final': async (world) => {
    const deleted = await remove(world, await publishNew(world));
    expectEqual((await read(world, deleted)).status, 'deleted', 'status');
    expect(deleted.deletedAt !== null, 'it knows when it was deleted');
    const { details } = await expectRefusal(
      remove(world, deleted),
      'transition-refused',
      'deleting it again',
    );
    expectEqual(details.reason, 'deleted', 'the reason');
  },
});
