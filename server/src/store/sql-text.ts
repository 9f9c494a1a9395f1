/** Text as PostgreSQL can hold it: it has no room for NUL, nor for half a character. */
export const toSqlText = (text: string): string =>
  Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');

/** A time as PostgreSQL can hold it, to the millisecond; years that it does not know are long ago. */
export function toSqlTime(time: string): string;
export function toSqlTime(time: string | null): string | null;
export function toSqlTime(time: string | null): string | null {
  if (time === null) return null;
  const date = new Date(time);
  return date.getUTCFullYear() < 1 ? '-infinity' : date.toISOString();
}
