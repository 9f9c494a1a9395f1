import { describe, expect, it, vi } from 'vitest';

import type { Ports, Store } from '../../../src/backend/ports.js';
import { createMemoryStore } from '../../../src/backend/stores/memory.js';
import { getFeedAction, type FeedAction } from '../../../src/contract/feed.js';
import type { Action } from '../../../src/domain/action/action-schema.js';
import { campaignWith, content, openBackend, problemOf, staff, visitor, volunteer } from './campaign.js';

const key = 'key-00000001';

/** A store in memory that answers some questions in another way. */
function storeWith(change: (ports: Ports) => Ports): Store {
  const store = createMemoryStore();
  return {
    ...store,
    transaction: (campaignId, mode, work) =>
      store.transaction(campaignId, mode, (ports) => work(change(ports))),
  };
}

describe('a backend', () => {
  it('reports what nobody foresaw and tells the caller nothing of it', async () => {
    const store = createMemoryStore();
    const report = vi.fn();
    const { dispatch } = await openBackend({ store, report });
    vi.spyOn(store, 'transaction').mockRejectedValue(new Error('disk on fire at /var/db'));
    const error: unknown = await dispatch(staff, 'actions.list', {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'internal', message: 'internal' });
    expect(JSON.stringify(error)).not.toContain('fire');
    expect(report).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'disk on fire at /var/db' }),
      'actions.list',
    );
  });

  it('answers in-progress where a store shows that the same call is running', async () => {
    const store = storeWith((ports) => ({
      ...ports,
      keys: { ...ports.keys, claim: (record) => Promise.resolve({ ...record, answer: null }) },
    }));
    const { dispatch } = await openBackend({ store });
    const error: unknown = await dispatch(staff, 'actions.create', { content }, { key }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'in-progress', details: { retryAfter: 1 } });
  });

  it('tells of a change after it has landed, and not at all where it has not', async () => {
    const heard: unknown[] = [];
    const { dispatch, publish } = await openBackend({
      onChange: (change, campaign) => heard.push([change, campaign]),
    });
    const { id, version } = await publish();
    expect(heard).toEqual([
      [{ topic: 'actions', actionId: id }, 'conformance'],
      [{ topic: 'actions', actionId: id }, 'conformance'],
    ]);
    expect(await problemOf(dispatch(staff, 'actions.publish', { id, version }))).toBe('transition-refused');
    expect(heard).toHaveLength(2);
  });

  it('answers all the same where somebody who listens breaks down', async () => {
    const report = vi.fn();
    const onChange = () => {
      throw new Error('listener');
    };
    const { publish } = await openBackend({ onChange, report });
    expect((await publish()).status).toBe('published');
    expect(report).toHaveBeenCalledWith(expect.objectContaining({ message: 'listener' }), 'onChange');
  });

  it('counts nothing for a visitor whose device keeps no id, and lets them look', async () => {
    const { dispatch, publish } = await openBackend();
    const { id } = await publish();
    expect(await dispatch(visitor, 'perform.seen', { actionIds: [id] })).toEqual({ recorded: 0 });
    const shown = getFeedAction.output.parse(await dispatch(visitor, 'feed.get', { id }));
    expect(shown.engagement.seenAt).toBeNull();
    expect(await problemOf(dispatch(visitor, 'links.referral', { actionId: id }))).toBe('unauthenticated');
  });

  it('keeps what a visitor without an id answers in an open survey', async () => {
    const { dispatch, publish } = await openBackend();
    const questions = [{ id: 'q1', bindsTo: { to: 'tag', tagId: 'tag-a' }, label: 'With us?' }];
    const survey = { kind: 'survey', access: 'anonymous', questions } as never;
    const { id } = await publish(survey);
    const result = { kind: 'survey', outcome: 'submitted', answers: { q1: true } };
    await dispatch(visitor, 'perform.record', { actionId: id, result }, { key });
    await dispatch(visitor, 'perform.record', { actionId: id, result }, { key: `${key}-2` });
    expect(await dispatch(staff, 'results.get', { actionId: id })).toMatchObject({
      overview: { completed: 2, performs: 2 },
    });
  });

  it('treats an action past its closing time as closed', async () => {
    const { dispatch, publish, clock } = await openBackend();
    const { id } = await publish({ closesAt: '2026-09-01T13:00:00.000Z' });
    const ids = async () =>
      ((await dispatch(volunteer, 'feed.list', {})) as { items: FeedAction[] }).items.map((item) => item.id);
    expect(await ids()).toEqual([id]);
    clock.now = new Date('2026-09-01T13:00:00.000Z');
    expect(await ids()).toEqual([]);
    expect(await dispatch(volunteer, 'feed.get', { id })).toMatchObject({ status: 'closed' });
    expect(await problemOf(dispatch(volunteer, 'perform.start', { actionId: id }))).toBe(
      'transition-refused',
    );
    expect(await dispatch(volunteer, 'perform.seen', { actionIds: [id] })).toEqual({ recorded: 0 });
  });

  it('does not send to somebody who joins a list afterwards until it is sent again', async () => {
    const members = ['volunteer-3'];
    const store = storeWith((ports) => ({
      ...ports,
      people: { ...ports.people, members: () => Promise.resolve(new Set(members)) },
    }));
    const { dispatch } = await openBackend({ store });
    const { id } = (await dispatch(staff, 'actions.create', { content }, { key })) as Action;
    const send = (version: number) =>
      dispatch(
        staff,
        'actions.send',
        { id, version, listIds: ['list-b'] },
        { key: `send-version-${version}` },
      );
    expect(await send(1)).toMatchObject({ deliveries: 1 });
    members.push('volunteer-1');
    expect(await problemOf(dispatch(volunteer, 'feed.get', { id }))).toBe('not-found');
    expect(await send(2)).toMatchObject({ deliveries: 1 });
    expect(await dispatch(volunteer, 'feed.get', { id })).toMatchObject({ id });
  });

  it('refuses a kind that the campaign may not create', async () => {
    const { campaign } = campaignWith();
    const data = campaignWith({ campaign: { ...campaign, kinds: ['survey'] } });
    const { dispatch } = await openBackend({ data });
    const error: unknown = await dispatch(staff, 'actions.create', { content }, { key }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'invalid-input', details: { fields: [{ path: 'content.kind' }] } });
  });

  it('leads a personal link straight to the page where nobody counts clicks in between', async () => {
    const { dispatch, publish } = await openBackend();
    const { id } = await publish();
    const link = (await dispatch(volunteer, 'links.referral', { actionId: id })) as {
      code: string;
      url: string;
    };
    expect(link.url).toBe(`https://example.org/plan?ref=${link.code}`);
  });

  it('publishes what is due and says when the next thing is', async () => {
    const { dispatch, publishDue, clock } = await openBackend();
    const schedule = async (publishAt: string) => {
      const created = await dispatch(staff, 'actions.create', { content }, { key: crypto.randomUUID() });
      const { id } = created as Action;
      await dispatch(staff, 'actions.schedule', {
        id,
        version: 1,
        schedule: { publishAt, visibility: 'public' },
      });
    };
    expect(await publishDue()).toBeNull();
    await schedule('2026-09-01T14:00:00.000Z');
    await schedule('2026-09-01T13:00:00.000Z');
    expect(await publishDue()).toBe('2026-09-01T13:00:00.000Z');
    clock.now = new Date('2026-09-01T13:00:00.000Z');
    expect(await publishDue()).toBe('2026-09-01T14:00:00.000Z');
    clock.now = new Date('2026-09-01T15:00:00.000Z');
    expect(await publishDue()).toBeNull();
  });
});
