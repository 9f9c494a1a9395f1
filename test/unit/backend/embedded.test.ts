import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { embeddedTransport } from '../../../src/client/embedded-transport.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import {
  createAction,
  getAction,
  listActions,
  publishAction,
  scheduleAction,
} from '../../../src/contract/actions.js';
import type { Change } from '../../../src/contract/changes.js';
import { listFeed } from '../../../src/contract/feed.js';
import { recordPerform, recordSeen, startAction } from '../../../src/contract/perform.js';
import { getResults } from '../../../src/contract/results.js';
import { getSession } from '../../../src/contract/session.js';
import {
  createEmbeddedBackend,
  createEmbeddedClient,
  type EmbeddedBackendOptions,
  type EmbeddedCaller,
  type EmbeddedClient,
} from '../../../src/embedded.js';
import { content, problemOf, staff, visitor } from './campaign.js';

const opened: { close(): Promise<void> }[] = [];
const keep = <T extends { close(): Promise<void> }>(thing: T): T => {
  opened.push(thing);
  return thing;
};

const base: EmbeddedBackendOptions = {
  campaign: conformanceCampaign,
  links: { web: 'https://vote.example/?share={token}' },
};

const openTab = (caller: EmbeddedCaller): EmbeddedClient =>
  keep(createEmbeddedClient({ ...base, caller, storage: 'indexed-db', databaseName: 'tabs' }));

const newKey = () => crypto.randomUUID();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((thing) => thing.close()));
});

describe('an embedded client', () => {
  it('shows in the organizer’s tab what a volunteer does in another, without a reload', async () => {
    const organizer = openTab({ userId: 'staff-1' });
    const volunteer = openTab({ userId: 'volunteer-1' });
    const heardByVolunteer: Change[] = [];
    const heardByOrganizer: Change[] = [];
    volunteer.subscribe((change) => heardByVolunteer.push(change));
    organizer.subscribe((change) => heardByOrganizer.push(change));

    const { id, version } = await organizer.call(createAction, { content }, { key: newKey() });
    await organizer.call(publishAction, { id, version });
    await vi.waitFor(() => expect(heardByVolunteer).toContainEqual({ topic: 'actions', actionId: null }));
    expect((await volunteer.call(listFeed, {})).items.map((item) => item.id)).toEqual([id]);

    await volunteer.call(recordSeen, { actionIds: [id] });
    await volunteer.call(startAction, { actionId: id });
    const result = { kind: 'open_webpage', outcome: 'opened' } as const;
    expect(await volunteer.submit(recordPerform, { actionId: id, result }, { key: newKey() })).toMatchObject({
      state: 'done',
    });
    await vi.waitFor(() => expect(heardByOrganizer).toContainEqual({ topic: 'results', actionId: id }));
    const { overview } = await organizer.call(getResults, { actionId: id });
    expect(overview).toMatchObject({ seen: 1, started: 1, completed: 1, performs: 1 });
  });

  it('publishes what is scheduled by itself', async () => {
    const organizer = keep(createEmbeddedClient({ ...base, caller: { userId: 'staff-1' } }));
    const { id } = await organizer.call(createAction, { content }, { key: newKey() });
    const publishAt = new Date(Date.now() + 60).toISOString();
    await organizer.call(scheduleAction, { id, version: 1, schedule: { publishAt, visibility: 'public' } });
    await vi.waitFor(async () => {
      const { status, publishedAt } = await organizer.call(getAction, { id });
      expect(status).toBe('published');
      expect(Date.parse(publishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(publishAt));
    });
  });

  it('is somebody else as soon as the page says so', async () => {
    let person: EmbeddedCaller = { guestId: 'guest-1', language: 'es' };
    const client = keep(createEmbeddedClient({ ...base, caller: () => person }));
    expect(await client.call(getSession, {})).toMatchObject({
      role: 'visitor',
      language: 'es',
      firstName: null,
    });
    person = { userId: 'volunteer-3' };
    expect(await client.call(getSession, {})).toMatchObject({
      role: 'volunteer',
      language: 'es',
      firstName: 'Carla',
    });
    person = { userId: 'nobody' };
    expect(await problemOf(client.call(getSession, {}))).toBe('unauthenticated');
  });

  it('names what is wrong with a campaign at once', () => {
    const campaign = { ...conformanceCampaign, revision: '' };
    expect(() => createEmbeddedBackend({ ...base, campaign })).toThrow(/revision/);
  });

  it('says that storage is unavailable, and tries again with the next call', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('switched off', 'SecurityError');
    });
    const client = openTab({ userId: 'staff-1' });
    expect(await problemOf(client.call(listActions, {}))).toBe('unavailable');
    open.mockRestore();
    expect((await client.call(listActions, {})).total).toBe(0);
  });
});

describe('the embedded transport', () => {
  it('stops waiting when asked to, and lets the write land', async () => {
    const landed = vi.fn();
    const dispatch = async () => {
      await Promise.resolve();
      await new Promise((resume) => setTimeout(resume, 10));
      landed();
    };
    const stop = new AbortController();
    const sending = embeddedTransport(dispatch, staff).send(createAction, {}, { signal: stop.signal });
    stop.abort();
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(landed).toHaveBeenCalledTimes(1));
  });

  it('asks nothing where it was stopped before', async () => {
    const dispatch = vi.fn();
    const sending = embeddedTransport(dispatch, staff).send(listActions, {}, { signal: AbortSignal.abort() });
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    expect(dispatch).not.toHaveBeenCalled();
  });

  it('names actions only to those who organize, and falls silent when told to', async () => {
    const change: Change = { topic: 'actions', actionId: 'a1' };
    const listeners = new Set<(change: Change) => void>();
    const subscribe = (listener: (change: Change) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
    const heard: unknown[] = [];
    const listen = (caller: typeof staff) =>
      embeddedTransport(vi.fn(), caller, { subscribe }).subscribe?.((told) =>
        heard.push([caller.role, told]),
      );
    const stops = [listen(staff), listen(visitor)];
    for (const listener of listeners) listener(change);
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard).toEqual([
      ['staff', change],
      ['visitor', { topic: 'actions', actionId: null }],
    ]);
    for (const listener of listeners) listener(change);
    stops.forEach((stop) => stop?.());
    await new Promise((resume) => setTimeout(resume, 5));
    expect(heard).toHaveLength(2);
    expect(listeners.size).toBe(0);
  });
});
