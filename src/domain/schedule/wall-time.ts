import type { Timestamp } from '../values/id-schema.js';

/** What a calendar and a clock on the wall show: `2026-03-08` and `14:30`, as in native date and time controls. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

/**
 * The instant that a wall time names. Where clocks go forward it may name none (`skipped`): then it is the instant as
 * long after the change as was meant, which clocks show as `shown`. Where clocks go back it may name two (`repeated`):
 * then it is the first of them, and `later` is the other.
 */
export type ResolvedTime =
  | { readonly kind: 'exact'; readonly instant: Timestamp }
  | { readonly kind: 'skipped'; readonly instant: Timestamp; readonly shown: WallTime }
  | { readonly kind: 'repeated'; readonly instant: Timestamp; readonly later: Timestamp }
  | { readonly kind: 'invalid' };

const DAY = 86_400_000;
const INVALID = { kind: 'invalid' } as const;

/** Whether this is the name of a time zone that is known here, such as `America/Chicago`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Which instant a wall time in a zone is. The answer is the same on every device, whatever its own zone; `invalid` where
 * it is no time at all, or the zone is unknown.
 */
export function resolveWallTime(wall: WallTime, timeZone: string): ResolvedTime {
  const local = parseLocal(wall);
  if (Number.isNaN(local) || !isTimeZone(timeZone)) return INVALID;
  const zone = clockOf(timeZone);
  // Clocks are changed at most once within two days: the offset is the one before, or the one after.
  const [before, after] = [offsetAt(local - DAY, zone), offsetAt(local + DAY, zone)];
  const named = [...new Set([local - before, local - after])]
    .filter((instant) => offsetAt(instant, zone) === local - instant)
    .sort((a, b) => a - b);
  const [first, second] = named;
  if (first === undefined) {
    const instant = stamp(local - before);
    return { kind: 'skipped', instant, shown: toWallTime(instant, timeZone) };
  }
  if (second === undefined) return { kind: 'exact', instant: stamp(first) };
  return { kind: 'repeated', instant: stamp(first), later: stamp(second) };
}

/**
 * What clocks in a zone show at an instant.
 *
 * @throws {RangeError} Where the zone is unknown or the instant is none.
 */
export function toWallTime(instant: Timestamp, timeZone: string): WallTime {
  const shown = showClock(Date.parse(instant), clockOf(timeZone));
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

const stamp = (instant: number): Timestamp => new Date(instant).toISOString();

/** The wall time as if it were in UTC, in milliseconds. Days that no month has, such as 31 April, are no time. */
function parseLocal({ date, time }: WallTime): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return Number.NaN;
  const parsed = Date.parse(`${date}T${time}:00Z`);
  return Number.isNaN(parsed) || stamp(parsed).slice(0, 16) !== `${date}T${time}` ? Number.NaN : parsed;
}

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** What a zone's clocks show, as `2026-03-08T14:30:00`. */
function showClock(instant: number, clock: Intl.DateTimeFormat): string {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes, length = 2) =>
    (parts.get(type) ?? '').padStart(length, '0');
  return `${part('year', 4)}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (instant: number, clock: Intl.DateTimeFormat): number =>
  Date.parse(`${showClock(instant, clock)}Z`) - instant;
