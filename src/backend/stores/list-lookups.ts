import * as z from 'zod/mini';

import type { LookupRows, Page, PageQuery } from '../ports.js';
import { matchesSearch, sortText } from './fold-text.js';
import { pageRows, type Order } from './page-rows.js';

interface Place {
  readonly rank: number;
  readonly name: string;
  readonly id: string;
}

type Lookup = LookupRows[keyof LookupRows];

const position = z.object({ rank: z.number(), name: z.string(), id: z.string() });
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One page of users, lists, tags or the like: in the order that they have of themselves, else by name. */
export function listLookups<T extends keyof LookupRows>(
  table: T,
  rows: readonly LookupRows[T][],
  query: PageQuery,
): Page<LookupRows[T]> {
  const found = rows.filter((row) => matchesSearch(query.search, textsOf(row)));
  const order: Order<Lookup, Place> = {
    name: table,
    position,
    positionOf: (row) => ({
      rank: 'order' in row ? row.order : 0,
      name: sortText(sortedBy(row)),
      id: row.id,
    }),
    compare: (a, b) => a.rank - b.rank || compareText(a.name, b.name) || compareText(a.id, b.id),
  };
  return pageRows<LookupRows[T], Place>(found, order, query);
}

const textsOf = (row: Lookup): (string | null)[] =>
  'email' in row ? [`${row.firstName} ${row.lastName}`, row.email] : [row.name];

const sortedBy = (row: Lookup): string => ('email' in row ? `${row.lastName} ${row.firstName}` : row.name);
