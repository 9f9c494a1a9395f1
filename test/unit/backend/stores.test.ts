import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Store } from '../../../src/backend/ports.js';
import { seedStore } from '../../../src/backend/seed-store.js';
import { createIndexedDbStore } from '../../../src/backend/stores/indexed-db.js';
import { createMemoryStore } from '../../../src/backend/stores/memory.js';
import { TABLE_NAMES, TABLES, WAITING_INDEX } from '../../../src/backend/stores/tables.js';
import { UPGRADES } from '../../../src/backend/stores/upgrades.js';
import { campaignWith, NOON, openBackend, problemOf, staff } from './campaign.js';

const CAMPAIGN = 'conformance';
const opened: Store[] = [];

const openIndexedDb = (): Store => {
  const store = createIndexedDbStore({ name: 'test' });
  opened.push(store);
  return store;
};

const pinOf = (store: Store, actionId: string): Promise<string | undefined> =>
  store.transaction(CAMPAIGN, 'read', ({ shareLinks }) => shareLinks.ofAction(actionId));

const pin = (store: Store, actionId: string, token: string): Promise<void> =>
  store.transaction(CAMPAIGN, 'write', ({ shareLinks }) => shareLinks.save(actionId, token));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

describe.each([
  ['memory', createMemoryStore],
  ['IndexedDB', openIndexedDb],
])('a store in %s', (_name, openStore) => {
  it('keeps nothing of a transaction that fails half-way', async () => {
    const store = openStore();
    const failing = store.transaction(CAMPAIGN, 'write', async ({ shareLinks }) => {
      await shareLinks.save('a1', 'token-of-sixteen');
      expect(await shareLinks.ofAction('a1')).toBe('token-of-sixteen');
      throw new Error('stopped');
    });
    await expect(failing).rejects.toThrow('stopped');
    expect(await pinOf(store, 'a1')).toBeUndefined();
  });

  it('does not let a reader write', async () => {
    const store = openStore();
    const writing = store.transaction(CAMPAIGN, 'read', ({ shareLinks }) => shareLinks.save('a1', 'x'));
    await expect(writing).rejects.toThrow('read transaction');
  });

  it('keeps campaigns apart, even where ids are the same', async () => {
    const store = openStore();
    await pin(store, 'a1', 'token-of-sixteen');
    const other = await store.transaction('other', 'read', ({ shareLinks }) => shareLinks.ofAction('a1'));
    expect(other).toBeUndefined();
  });

  it('runs writers one after the other, each on what the last one left', async () => {
    const store = openStore();
    const count = () =>
      store.transaction(CAMPAIGN, 'write', async ({ shareLinks }) => {
        const known = Number((await shareLinks.find('counter')) ?? '0');
        await Promise.resolve();
        await shareLinks.save(String(known + 1), 'counter');
      });
    await Promise.all(Array.from({ length: 20 }, count));
    const total = await store.transaction(CAMPAIGN, 'read', ({ shareLinks }) => shareLinks.find('counter'));
    expect(total).toBe('20');
  });

  it('is filled once, and keeps what people did until the data changes', async () => {
    const store = openStore();
    expect(await seedStore(store, campaignWith())).toBe(true);
    await pin(store, 'a1', 'token-of-sixteen');
    expect(await seedStore(store, campaignWith())).toBe(false);
    expect(await pinOf(store, 'a1')).toBe('token-of-sixteen');
    expect(await seedStore(store, campaignWith({ revision: 'second' }))).toBe(true);
    expect(await pinOf(store, 'a1')).toBeUndefined();
  });

  it('tells who listens that everything changed when it is filled anew', async () => {
    const store = openStore();
    await seedStore(store, campaignWith());
    const changes = (cursor?: string) =>
      store.transaction(CAMPAIGN, 'read', (ports) => ports.changes.since(cursor));
    const { cursor } = await changes();
    await seedStore(store, campaignWith({ revision: 'second' }));
    expect((await changes(cursor)).changes).toEqual([
      { topic: 'actions', actionId: null },
      { topic: 'results', actionId: null },
    ]);
  });

  it('says that everything may have changed to whoever has missed more than it keeps', async () => {
    const store = openStore();
    const append = (actionId: string, count: number) =>
      store.transaction(CAMPAIGN, 'write', ({ changes }) =>
        changes.append(Array.from({ length: count }, () => ({ topic: 'results', actionId }))),
      );
    const since = (cursor?: string) =>
      store.transaction(CAMPAIGN, 'read', ({ changes }) => changes.since(cursor));
    const { cursor } = await since();
    await append('a1', 1000);
    expect((await since(cursor)).changes).toEqual([{ topic: 'results', actionId: 'a1' }]);
    await append('a2', 1);
    expect((await since(cursor)).changes).toContainEqual({ topic: 'actions', actionId: null });
    expect(await problemOf(since('c-1'))).toBe('invalid-input');
  });

  it('forgets idempotency keys after a week and not before', async () => {
    const store = openStore();
    const claim = (scope: string, at: string) =>
      store.transaction(CAMPAIGN, 'write', ({ keys }) => keys.claim({ scope, fingerprint: 'f', at }));
    await claim('first', '2026-09-01T12:00:00.000Z');
    await claim('second', '2026-09-08T11:00:00.000Z');
    expect(await claim('first', '2026-09-08T11:59:59.000Z')).toMatchObject({
      fingerprint: 'f',
      answer: null,
    });
    await claim('third', '2026-09-09T12:00:01.000Z');
    expect(await claim('first', '2026-09-09T12:00:02.000Z')).toBeUndefined();
    expect(await claim('second', '2026-09-09T12:00:02.000Z')).toBeDefined();
  });

  it('finds what is due first in each campaign', async () => {
    const { dispatch, store } = await openBackend({ store: openStore() });
    const times = ['2026-09-03T00:00:00Z', '2026-09-02T00:00:00.000Z'];
    for (const publishAt of times) {
      const input = { content: { kind: 'voter_registration', title: 'Register', description: 'Now' } };
      const { id } = (await dispatch(staff, 'actions.create', input, { key: crypto.randomUUID() })) as {
        id: string;
      };
      await dispatch(staff, 'actions.schedule', {
        id,
        version: 1,
        schedule: { publishAt, visibility: 'public' },
      });
    }
    expect(await store.nextDue()).toEqual([{ campaignId: CAMPAIGN, publishAt: '2026-09-02T00:00:00.000Z' }]);
  });
});

describe('a store in IndexedDB', () => {
  it('still has everything after a reload', async () => {
    const before = openIndexedDb();
    await seedStore(before, campaignWith());
    await pin(before, 'a1', 'token-of-sixteen');
    await before.close();
    const after = openIndexedDb();
    expect(await pinOf(after, 'a1')).toBe('token-of-sixteen');
    expect(await seedStore(after, campaignWith())).toBe(false);
  });

  it('leaves nothing behind where writing breaks off in the middle', async () => {
    const store = openIndexedDb();
    await seedStore(store, campaignWith());
    const put = IDBObjectStore.prototype.put;
    let writes = 0;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...row
    ) {
      writes += 1;
      if (writes === 3) this.transaction.abort();
      return put.apply(this, row);
    });
    const half = store.transaction(CAMPAIGN, 'write', async ({ shareLinks }) => {
      for (let index = 0; index < 5; index += 1)
        await shareLinks.save(`a${index}`, `token-of-sixteen-${index}`);
    });
    await expect(half).rejects.toBeInstanceOf(Error);
    failing.mockRestore();
    const reopened = openIndexedDb();
    for (let index = 0; index < 5; index += 1) expect(await pinOf(reopened, `a${index}`)).toBeUndefined();
  });

  it('answers unavailable when the disk is full, and works again when there is room', async () => {
    const store = openIndexedDb();
    await seedStore(store, campaignWith());
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await problemOf(pin(store, 'a1', 'token-of-sixteen'))).toBe('unavailable');
    full.mockRestore();
    await pin(store, 'a1', 'token-of-sixteen');
    expect(await pinOf(store, 'a1')).toBe('token-of-sixteen');
  });

  it('answers unavailable where a newer release has upgraded the database', async () => {
    (await openDB('test', 99)).close();
    expect(await problemOf(pinOf(openIndexedDb(), 'a1'))).toBe('unavailable');
  });

  it('steps aside for a newer release that wants to upgrade', async () => {
    const store = openIndexedDb();
    await pin(store, 'a1', 'token-of-sixteen');
    const newer = await openDB('test', 99);
    expect(newer.version).toBe(99);
    newer.close();
  });

  it('goes on with what an older release has kept, and has room for what is new', async () => {
    const older = await openDB('test', 1, { upgrade: (database) => UPGRADES[0]?.(database) });
    const row = { actionId: 'a1', token: 'token-of-sixteen' };
    const key = `${CAMPAIGN}/token-of-sixteen`;
    await older.put('shareLinks', { key, indexes: { action: `${CAMPAIGN}/a1` }, row });
    older.close();
    const store = openIndexedDb();
    expect(await pinOf(store, 'a1')).toBe('token-of-sixteen');
    const session = { id: 's1', userId: 'u1', createdAt: NOON, expiresAt: NOON, endedAt: null };
    await store.transaction(CAMPAIGN, 'write', ({ sessions }) => sessions.save(session));
    expect(await store.transaction(CAMPAIGN, 'read', ({ sessions }) => sessions.find('s1'))).toEqual(session);
  });

  it('has a place for every table, with the indexes by which it is asked', async () => {
    await pin(openIndexedDb(), 'a1', 'token-of-sixteen');
    const database = await openDB('test');
    const found = [...database.objectStoreNames].map((name) => [
      name,
      [...database.transaction(name).store.indexNames],
    ]);
    database.close();
    const wanted = TABLE_NAMES.map((table) => {
      const indexes = Object.keys(TABLES[table].indexes);
      return [table, [...indexes, ...(table === 'actions' ? [WAITING_INDEX] : [])].sort()];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  it('asks for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await pin(openIndexedDb(), 'a1', 'token-of-sixteen');
    expect(transaction).toHaveBeenCalledWith(['shareLinks'], 'readwrite', { durability: 'strict' });
  });

  it('lets two openers of one database take turns', async () => {
    const [one, two] = [openIndexedDb(), openIndexedDb()];
    const count = (store: Store) =>
      store.transaction(CAMPAIGN, 'write', async ({ shareLinks }) => {
        const known = Number((await shareLinks.find('counter')) ?? '0');
        await shareLinks.save(String(known + 1), 'counter');
      });
    await Promise.all(Array.from({ length: 10 }, (_, index) => count(index % 2 === 0 ? one : two)));
    const total = await one.transaction(CAMPAIGN, 'read', ({ shareLinks }) => shareLinks.find('counter'));
    expect(total).toBe('10');
  });

  it('takes the Web Lock of its database: shared to read, alone to write', async () => {
    const request = vi.fn((_name: string, _options: LockOptions, work: () => unknown) =>
      Promise.resolve(work()),
    );
    const locks = { request } as unknown as LockManager;
    const store = createIndexedDbStore({ name: 'test', locks });
    opened.push(store);
    await pin(store, 'a1', 'token-of-sixteen');
    await pinOf(store, 'a1');
    expect(request.mock.calls.map(([name, { mode }]) => [name, mode])).toEqual([
      ['groundswell:test', 'exclusive'],
      ['groundswell:test', 'shared'],
    ]);
  });
});
