import { AccessQueue } from './access-queue.js';
import type { Engine, Write } from './engine.js';
import { storeOverEngine, type PageStore } from './store-over-engine.js';
import type { StoredRow, TableName } from './tables.js';

type RowsByKey = Map<string, StoredRow>;

/** A store that lasts as long as the page: for demonstrations, previews and tests. */
export const createMemoryStore = (): PageStore => storeOverEngine(new MemoryEngine());

class MemoryEngine implements Engine {
  readonly #queue = new AccessQueue();
  readonly #tables = new Map<TableName, RowsByKey>();
  /** Rows by table, index and value. */
  readonly #indexes = new Map<string, RowsByKey>();

  get(table: TableName, key: string): Promise<StoredRow | undefined> {
    return Promise.resolve(this.#tables.get(table)?.get(key));
  }

  list(table: TableName, index: string, value: string): Promise<readonly StoredRow[]> {
    return Promise.resolve([...(this.#indexes.get(indexKey(table, index, value))?.values() ?? [])]);
  }

  commit(writes: readonly Write[]): Promise<void> {
    for (const { table, key, stored } of writes) {
      this.#forget(table, key);
      if (stored !== null) this.#keep(table, stored);
    }
    return Promise.resolve();
  }

  withAccess<T>(mode: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    return this.#queue.run(mode, work);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #keep(table: TableName, stored: StoredRow): void {
    // Rows are handed out as they are: nobody may change them on the way.
    freeze(stored.row);
    ensure(this.#tables, table).set(stored.key, stored);
    for (const [index, value] of Object.entries(stored.indexes)) {
      ensure(this.#indexes, indexKey(table, index, value)).set(stored.key, stored);
    }
  }

  #forget(table: TableName, key: string): void {
    const known = this.#tables.get(table)?.get(key);
    if (known === undefined) return;
    this.#tables.get(table)?.delete(key);
    for (const [index, value] of Object.entries(known.indexes)) {
      this.#indexes.get(indexKey(table, index, value))?.delete(key);
    }
  }
}

const indexKey = (table: TableName, index: string, value: string): string => `${table}:${index}:${value}`;

function ensure<K>(maps: Map<K, RowsByKey>, key: K): RowsByKey {
  const known = maps.get(key) ?? new Map<string, StoredRow>();
  maps.set(key, known);
  return known;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}
