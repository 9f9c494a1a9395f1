import type { OutboxItem } from './outbox.js';
import type { OutboxStore } from './outbox-store.js';

/** Keeps items as long as the page is open: for tests, and where a device offers nothing better. */
export function memoryOutboxStore(): OutboxStore {
  const items = new Map<string, OutboxItem>();
  return {
    persistence: 'memory',
    async add(item) {
      const kept = items.get(item.key) ?? structuredClone(item);
      items.set(item.key, kept);
      return Promise.resolve(kept);
    },
    list: () => Promise.resolve([...items.values()]),
    async update(key, change) {
      const item = items.get(key);
      if (item !== undefined) items.set(key, { ...item, ...change });
      return Promise.resolve();
    },
    async remove(key) {
      items.delete(key);
      return Promise.resolve();
    },
  };
}
