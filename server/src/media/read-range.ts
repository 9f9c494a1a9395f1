import type { ByteRange } from './media-storage.js';

/** Which part of a file was asked for: all of it, one part, or one that is not in it. */
export type AskedRange =
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'outside' };

const ALL: AskedRange = { kind: 'all' };

/**
 * Reads a `Range` header (RFC 9110, section 14). Several parts at once and anything that is not understood are answered
 * with the whole file, which is always right.
 *
 * @param size - How many bytes the file has.
 */
export function readRange(header: string | null, size: number): AskedRange {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return ALL;
  if (from === '') return toPart(Math.max(0, size - Number(to)), size - 1, size);
  if (to !== '' && Number(to) < Number(from)) return ALL;
  return toPart(Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1), size);
}

const toPart = (first: number, last: number, size: number): AskedRange =>
  first >= size ? { kind: 'outside' } : { kind: 'part', range: { first, last } };
