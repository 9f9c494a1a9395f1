import { createHash } from 'node:crypto';

import type pg from 'pg';

import type { PoolConnection, QueryAnswer } from './pool.js';

/** How many statements a process prepares; the texts of ours are some hundreds. Others run as they are. */
const MOST = 1000;

/** What PostgreSQL says where a table has changed its shape since a statement was prepared. */
const OUT_OF_DATE = '0A000';

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

/**
 * A connection that prepares each statement with parameters once: understanding and planning it again costs PostgreSQL
 * more than running it. Which rows may be seen is part of no plan, it is asked each time.
 */
export function prepareStatements(client: pg.PoolClient): PoolConnection {
  let isOutOfDate = false;
  return {
    query: async <Row>(text: string, parameters: readonly unknown[]) => {
      try {
        const name = parameters.length === 0 ? undefined : nameOf(text);
        const statement = name === undefined ? { text } : { text, name };
        const answer: unknown = await client.query({ ...statement, values: [...parameters] });
        return answer as QueryAnswer<Row>;
      } catch (error) {
        isOutOfDate ||= (error as { readonly code?: unknown }).code === OUT_OF_DATE;
        throw error;
      }
    },
    // What is prepared goes with the connection; the next one prepares it anew.
    release: () => client.release(isOutOfDate),
  };
}
