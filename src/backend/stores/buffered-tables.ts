import type { TransactionMode } from '../ports.js';
import type { Engine, Write } from './engine.js';
import {
  CAMPAIGN_INDEX,
  joinKey,
  TABLES,
  toStored,
  type Rows,
  type StoredRow,
  type TableName,
} from './tables.js';

/** The rows of one campaign during one transaction: what was written is seen at once, and kept only at the end. */
export class BufferedTables {
  readonly #pending = new Map<TableName, Map<string, StoredRow | null>>();

  constructor(
    private readonly engine: Engine,
    private readonly campaignId: string,
    private readonly mode: TransactionMode,
  ) {}

  async get<T extends TableName>(table: T, ...key: readonly string[]): Promise<Rows[T] | undefined> {
    const joined = joinKey(this.campaignId, key);
    const pending = this.#pending.get(table)?.get(joined);
    const stored = pending === undefined ? await this.engine.get(table, joined) : pending;
    return stored?.row as Rows[T] | undefined;
  }

  /** All rows of a table. */
  all<T extends TableName>(table: T): Promise<Rows[T][]> {
    return this.#list(table, CAMPAIGN_INDEX, this.campaignId);
  }

  /** Rows by one of the table's indexes. */
  by<T extends TableName>(table: T, index: string, ...parts: readonly string[]): Promise<Rows[T][]> {
    return this.#list(table, index, joinKey(this.campaignId, parts));
  }

  put<T extends TableName>(table: T, row: Rows[T]): void {
    const stored = toStored(this.campaignId, table, row);
    this.#pendingOf(table).set(stored.key, stored);
  }

  delete<T extends TableName>(table: T, row: Rows[T]): void {
    this.#pendingOf(table).set(joinKey(this.campaignId, TABLES[table].key(row)), null);
  }

  /** Everything written, for the engine to keep in one go. */
  writes(): Write[] {
    return [...this.#pending].flatMap(([table, rows]) =>
      [...rows].map(([key, stored]) => ({ table, key, stored })),
    );
  }

  async #list<T extends TableName>(table: T, index: string, value: string): Promise<Rows[T][]> {
    const pending = this.#pending.get(table);
    const kept = await this.engine.list(table, index, value);
    const untouched = pending === undefined ? kept : kept.filter(({ key }) => !pending.has(key));
    const written = [...(pending?.values() ?? [])].filter((stored) => stored?.indexes[index] === value);
    return [...untouched, ...written].map((stored) => stored?.row as Rows[T]);
  }

  #pendingOf(table: TableName): Map<string, StoredRow | null> {
    if (this.mode === 'read') throw new Error(`${table} cannot be written in a read transaction`);
    const pending = this.#pending.get(table) ?? new Map<string, StoredRow | null>();
    this.#pending.set(table, pending);
    return pending;
  }
}
