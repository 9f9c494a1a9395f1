/** A connection that is nobody else's until it is released. The shape that Kysely and pg share. */
export interface PoolConnection {
  query<Row>(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer<Row>>;
  release(): void;
}

export interface QueryAnswer<Row> {
  readonly command: 'UPDATE' | 'DELETE' | 'INSERT' | 'SELECT' | 'MERGE';
  readonly rowCount: number;
  readonly rows: Row[];
}

/** Where connections come from: a server with many, or PostgreSQL inside this process with one. */
export interface Pool {
  readonly kind: 'pglite' | 'postgres';
  connect(): Promise<PoolConnection>;
  /** Hears what is said on a channel, by any process, from now on. The answer stops it. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  end(): Promise<void>;
}

/** How values come out of the database, by the number of their type: numbers and ISO 8601, as the contract has them. */
export const TYPE_PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  // int8: counts and versions, far below 2^53.
  20: Number,
  // timestamptz
  1184: (value) => (value.endsWith('infinity') ? value : new Date(value).toISOString()),
};
