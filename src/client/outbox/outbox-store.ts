import type { OutboxItem, Persistence } from './outbox.js';

/** What keeps the items of all people and backends of one origin, in the order in which they were added. */
export interface OutboxStore {
  readonly persistence: Persistence;
  /**
   * Keeps an item, unless there is one with its key. Resolves when it would survive a crash.
   *
   * @returns The item that is kept now.
   * @throws Error where there is no room for it.
   */
  add(item: OutboxItem): Promise<OutboxItem>;
  list(): Promise<readonly OutboxItem[]>;
  /** Changes an item where it is still kept. */
  update(key: string, change: Partial<OutboxItem>): Promise<void>;
  remove(key: string): Promise<void>;
}
