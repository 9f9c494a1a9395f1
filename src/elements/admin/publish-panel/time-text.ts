import type { Timestamp } from '../../../domain/values/id-schema.js';
import type { PublishWords } from './publish-words.js';

/** A zone by the name that people use, with the city that stands for it: "Central Time (Chicago)". */
export function zoneName(language: string, timeZone: string, at: Timestamp | Date): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(
    new Date(at),
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return name.includes(city) ? name : `${name} (${city})`;
}

/** A day, a time and what the zone is called on that day: "Sunday, March 8, 2026, 3:30 AM Central Daylight Time". */
export const fullTime = (words: PublishWords, instant: Timestamp, timeZone: string): string =>
  words.date(instant, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'long',
    timeZone,
  });

/** A day and a time, where the zone is beside the point. */
export const shortTime = (words: PublishWords, instant: Timestamp, timeZone: string): string =>
  words.date(instant, { dateStyle: 'long', timeStyle: 'short', timeZone });

/** A time of day with its zone, which tells two equal ones apart: "1:30 AM CDT". */
export const clockTime = (words: PublishWords, instant: Timestamp, timeZone: string): string =>
  words.date(instant, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone });

/** A time of day as somebody typed it, in their way of writing: "2:30 AM". */
export const typedTime = (words: PublishWords, time: string): string =>
  words.date(`2000-01-01T${time}:00Z`, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
