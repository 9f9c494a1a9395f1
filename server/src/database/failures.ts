/** Thrown inside a transaction that has met another one: it is run again from its beginning. */
export class MetAnother extends Error {
  override readonly name = 'MetAnother';
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/**
 * Failures after which the very same transaction may succeed: serialization, deadlock, a lock not had in time, a statement
 * that was prepared before a table changed.
 */
const PASSING: ReadonlySet<string> = new Set(['40001', '40P01', '55P03', '0A000']);

export const isPassing = (error: unknown): boolean =>
  error instanceof MetAnother || PASSING.has(codeOf(error));

/** Failures of the way to the database, or of a database that starts, stops, is full or too slow. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'EHOSTUNREACH'],
  ...['ENETUNREACH', '57014', '57P01', '57P02', '57P03', '53300', '53100', '08000', '08003', '08006'],
]);

const WORDS = /connection terminated|timeout exceeded when trying to connect|PGlite is closed|not queryable/i;

export const isUnreachable = (error: unknown): boolean =>
  UNREACHABLE.has(codeOf(error)) || (error instanceof Error && WORDS.test(error.message));

/** Whether a row was already there. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === '23505';

/** Whether the user of the database has no right to do this. */
export const isForbidden = (error: unknown): boolean => codeOf(error) === '42501';
