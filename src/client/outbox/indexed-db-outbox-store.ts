import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';

import type { OutboxItem } from './outbox.js';
import type { OutboxStore } from './outbox-store.js';

interface Database extends DBSchema {
  items: { key: number; value: OutboxItem & { order?: number }; indexes: { key: string } };
}

type ItemStore = IDBPObjectStore<Database, ['items'], 'items', 'readwrite'>;

const NAME = 'groundswell-outbox';

/**
 * Keeps items on the device. Each question opens the database and closes it again: a connection that stays open is lost
 * when a phone puts the page to sleep, and hinders newer versions in other tabs.
 *
 * @throws Error where the device offers no database, or none that opens.
 */
export async function openIndexedDbOutboxStore(): Promise<OutboxStore> {
  await withDatabase(() => Promise.resolve());
  return {
    persistence: 'device',
    add: (item) =>
      write(async (items) => {
        const kept = await items.index('key').get(item.key);
        if (kept !== undefined) return kept;
        await items.add(item);
        return item;
      }),
    list: () => withDatabase((database) => database.getAll('items')),
    update: (key, change) =>
      write(async (items) => {
        const cursor = await items.index('key').openCursor(key);
        await cursor?.update({ ...cursor.value, ...change });
      }),
    remove: (key) =>
      write(async (items) => {
        const cursor = await items.index('key').openCursor(key);
        await cursor?.delete();
      }),
  };
}

async function withDatabase<T>(use: (database: IDBPDatabase<Database>) => Promise<T>): Promise<T> {
  const database = await openDB<Database>(NAME, 1, {
    upgrade(created) {
      const items = created.createObjectStore('items', { keyPath: 'order', autoIncrement: true });
      items.createIndex('key', 'key', { unique: true });
    },
  });
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

/** Resolves when the device says that what was written is on its disk, not merely on the way there. */
const write = <T>(change: (items: ItemStore) => Promise<T>): Promise<T> =>
  withDatabase(async (database) => {
    const transaction = database.transaction('items', 'readwrite', { durability: 'strict' });
    const [result] = await Promise.all([change(transaction.store), transaction.done]);
    return result;
  });
