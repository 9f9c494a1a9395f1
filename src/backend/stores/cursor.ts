import * as z from 'zod/mini';

import { ProblemError } from '../../contract/problem-error.js';

/** Where a list goes on, as text that says for which order it was made. */
export function writeCursor(order: string, at: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ order, at }));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * The place that a cursor stands for.
 *
 * @throws ProblemError `invalid-input` for one that was not made for this order.
 */
export function readCursor<Position>(
  cursor: string,
  order: string,
  position: z.ZodMiniType<Position>,
): Position {
  const shape = z.object({ order: z.literal(order), at: position });
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return shape.parse(JSON.parse(new TextDecoder().decode(bytes))).at;
  } catch {
    throw badCursor();
  }
}

/** A cursor that this store did not make for this list. */
export const badCursor = (): ProblemError =>
  new ProblemError('invalid-input', { fields: [{ path: 'cursor', code: 'invalid' }] });
