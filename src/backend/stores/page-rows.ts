import type * as z from 'zod/mini';

import type { Page } from '../ports.js';
import { readCursor, writeCursor } from './cursor.js';

/** How a list is ordered, and what of a row says where it stands. */
export interface Order<Row, Position> {
  /** Cursors of one order mean nothing in another. */
  readonly name: string;
  readonly position: z.ZodMiniType<Position>;
  positionOf(row: Row): Position;
  /** A total order: no two rows stand in the same place. */
  compare(a: Position, b: Position): number;
}

interface Paging {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * One page of rows. A cursor says where the last page ended, not how many rows there were, so what is added or removed
 * meanwhile makes nothing appear twice or go missing.
 */
export function pageRows<Row, Position>(
  rows: readonly Row[],
  order: Order<Row, Position>,
  { cursor, limit }: Paging,
): Page<Row> {
  const after = cursor === undefined ? undefined : readCursor(cursor, order.name, order.position);
  const sorted = rows
    .map((row) => ({ row, at: order.positionOf(row) }))
    .filter(({ at }) => after === undefined || order.compare(at, after) > 0)
    .sort((a, b) => order.compare(a.at, b.at));
  const page = sorted.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = sorted.length > limit && last !== undefined ? writeCursor(order.name, last.at) : null;
  return { items: page.map(({ row }) => row), nextCursor, total: rows.length };
}
