import { openDB, unwrap, type IDBPDatabase } from 'idb';

import { ProblemError } from '../../contract/problem-error.js';
import type { TransactionMode } from '../ports.js';
import { AccessQueue } from './access-queue.js';
import type { Engine, Write } from './engine.js';
import { storeOverEngine, type PageStore } from './store-over-engine.js';
import { CAMPAIGN_INDEX, type StoredRow, type TableName } from './tables.js';
import { UPGRADES } from './upgrades.js';

export interface IndexedDbOptions {
  /** The name of the database: another name is another world. */
  readonly name: string;
  /** What keeps tabs from writing beside each other; `null` where only this page opens the database. */
  readonly locks?: Pick<LockManager, 'request'> | null;
}

/**
 * A store in the browser that survives reloads and is shared by all tabs of an origin. Each transaction is guarded by a
 * Web Lock and lands in one IndexedDB transaction with strict durability: once a call was answered, a crash loses
 * nothing, and a crash on the way leaves nothing. A full disk or a browser without storage is `unavailable`.
 */
export const createIndexedDbStore = (options: IndexedDbOptions): PageStore =>
  storeOverEngine(new IndexedDbEngine(options));

/** Where there are no Web Locks, at least the openers in one page take turns. */
const queues = new Map<string, AccessQueue>();

class IndexedDbEngine implements Engine {
  readonly #name: string;
  readonly #locks: Pick<LockManager, 'request'> | null;
  #database: Promise<IDBPDatabase> | undefined;

  constructor({ name, locks = platformLocks() }: IndexedDbOptions) {
    this.#name = name;
    this.#locks = locks;
  }

  get(table: TableName, key: string): Promise<StoredRow | undefined> {
    return this.#use((database) => database.get(table, key));
  }

  list(table: TableName, index: string, value: string): Promise<readonly StoredRow[]> {
    return this.#use((database) =>
      index === CAMPAIGN_INDEX
        ? database.getAll(table, keysOf(value))
        : database.getAllFromIndex(table, index, value),
    );
  }

  commit(writes: readonly Write[]): Promise<void> {
    return this.#use(async (database) => {
      const tables = [...new Set(writes.map(({ table }) => table))];
      const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
      // Without a promise for each row: what fails aborts the transaction, and that is heard of below.
      const bare = unwrap(transaction);
      try {
        for (const { table, key, stored } of writes) {
          const store = bare.objectStore(table);
          if (stored === null) store.delete(key);
          else store.put(stored);
        }
      } catch (error) {
        abort(bare);
        await transaction.done.catch(() => undefined);
        throw error;
      }
      await transaction.done;
    });
  }

  withAccess<T>(mode: TransactionMode, work: () => Promise<T>): Promise<T> {
    const lock = `groundswell:${this.#name}`;
    if (this.#locks === null) {
      const queue = queues.get(lock) ?? new AccessQueue();
      queues.set(lock, queue);
      return queue.run(mode, work);
    }
    return this.#locks.request(lock, { mode: mode === 'read' ? 'shared' : 'exclusive' }, work);
  }

  async close(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    this.#database = undefined;
    database?.close();
  }

  async #use<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      this.#database ??= this.#open();
      return await work(await this.#database);
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      await this.close();
      throw new ProblemError('unavailable');
    }
  }

  #open(): Promise<IDBPDatabase> {
    const forget = () => (this.#database = undefined);
    return openDB(this.#name, UPGRADES.length, {
      upgrade: (database, from) => UPGRADES.slice(from).forEach((step) => step(database)),
      // A tab with a newer release wants to upgrade: let it, and open again at the next call.
      blocking: (_current, _blocked, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
  }
}

/** Keys begin with their campaign and a slash, so a campaign needs no index: `0` is the sign after the slash. */
const keysOf = (campaignId: string): IDBKeyRange =>
  IDBKeyRange.bound(`${campaignId}/`, `${campaignId}0`, false, true);

/** What was asked before the failure must not land either. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has aborted by itself.
  }
}

/** Failures of the storage itself: full, switched off, closed on us, or upgraded by a newer release. */
const STORAGE_FAILURES = [
  'QuotaExceededError',
  'InvalidStateError',
  'AbortError',
  'UnknownError',
  'VersionError',
  'SecurityError',
  'TimeoutError',
];

const isStorageFailure = (error: unknown): boolean =>
  error instanceof Error && STORAGE_FAILURES.includes(error.name);

const platformLocks = (): LockManager | null =>
  (globalThis as { readonly navigator?: { readonly locks?: LockManager } }).navigator?.locks ?? null;
