import 'fake-indexeddb/auto';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openIndexedDbOutboxStore } from '../../../../src/client/outbox/indexed-db-outbox-store.js';
import { memoryOutboxStore } from '../../../../src/client/outbox/memory-outbox-store.js';
import type { OutboxItem } from '../../../../src/client/outbox/outbox.js';
import { keyOf, performOf } from './recording-backend.js';

const itemOf = (number: number): OutboxItem => ({
  ...{ key: keyOf(number), operation: 'perform.record', input: performOf(number), owner: 'user-1' },
  ...{ backend: 'b', createdAt: number, attempts: 0, notBefore: 0, state: 'waiting', code: null },
});

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe.each([
  ['in memory', () => Promise.resolve(memoryOutboxStore())],
  ['on the device', openIndexedDbOutboxStore],
])('a store %s', (_, open) => {
  const keys = (items: readonly OutboxItem[]) => items.map(({ key }) => key);

  it('keeps items in the order in which they came, whatever their names and times', async () => {
    const store = await open();
    for (const number of [3, 1, 2]) await store.add(itemOf(number));
    expect(keys(await store.list())).toEqual([3, 1, 2].map(keyOf));
    expect((await store.list())[0]).toMatchObject(itemOf(3));
  });

  it('never replaces an item by another with its key', async () => {
    const store = await open();
    await store.add(itemOf(1));
    const kept = await store.add({ ...itemOf(1), owner: 'user-2' });
    expect(kept).toMatchObject({ owner: 'user-1' });
    expect(await store.list()).toMatchObject([{ owner: 'user-1' }]);
  });

  it('changes what is there, keeps its place, and brings nothing back', async () => {
    const store = await open();
    for (const number of [1, 2, 3]) await store.add(itemOf(number));
    await store.update(keyOf(1), { attempts: 4 });
    await store.remove(keyOf(2));
    await store.update(keyOf(2), { attempts: 1 });
    expect(await store.list()).toMatchObject([
      { key: keyOf(1), attempts: 4 },
      { key: keyOf(3), attempts: 0 },
    ]);
  });
});

describe('the store on the device', () => {
  it('is there again after the page was closed', async () => {
    const store = await openIndexedDbOutboxStore();
    await store.add(itemOf(1));
    const reopened = await openIndexedDbOutboxStore();
    expect(reopened.persistence).toBe('device');
    expect(await reopened.list()).toMatchObject([itemOf(1)]);
  });

  it('waits until what is written is on the disk', async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const store = await openIndexedDbOutboxStore();
    await store.add(itemOf(1));
    const writes = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toEqual([['items', 'readwrite', { durability: 'strict' }]]);
  });

  it('leaves no connection open that would hinder another tab', async () => {
    const store = await openIndexedDbOutboxStore();
    await store.add(itemOf(1));
    const deleted = await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('groundswell-outbox');
      request.onsuccess = () => resolve('deleted');
      request.onblocked = () => resolve('blocked');
    });
    expect(deleted).toBe('deleted');
  });
});
