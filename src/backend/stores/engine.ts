import type { TransactionMode } from '../ports.js';
import type { StoredRow, TableName } from './tables.js';

/** A row to keep, or a key to forget. */
export interface Write {
  readonly table: TableName;
  readonly key: string;
  readonly stored: StoredRow | null;
}

/** Where rows live. It knows keys and indexes, and nothing of what the rows mean. */
export interface Engine {
  get(table: TableName, key: string): Promise<StoredRow | undefined>;
  list(table: TableName, index: string, value: string): Promise<readonly StoredRow[]>;
  /** All of the writes or none. */
  commit(writes: readonly Write[]): Promise<void>;
  /** Runs work that nobody else may write beside, or, to read, that may run beside other readers. */
  withAccess<T>(mode: TransactionMode, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
