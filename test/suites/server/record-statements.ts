import type { Pool } from '../../../server/src/database/pool.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A pool that remembers every statement with parameters that went through it. */
export function recordStatements(pool: Pool): { readonly pool: Pool; readonly statements: Statement[] } {
  const statements: Statement[] = [];
  return {
    statements,
    pool: {
      ...pool,
      connect: async () => {
        const connection = await pool.connect();
        return {
          query: (text, parameters) => {
            if (parameters.length > 0) statements.push({ sql: text, parameters });
            return connection.query(text, parameters);
          },
          release: () => connection.release(),
        };
      },
    },
  };
}
