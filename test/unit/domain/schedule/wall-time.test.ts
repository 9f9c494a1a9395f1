import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isTimeZone, resolveWallTime, toWallTime } from '../../../../src/domain/schedule/wall-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const resolve = (text: string, zone: string) => {
  const [date = '', time = ''] = text.split(' ');
  return resolveWallTime({ date, time }, zone);
};
const show = (instant: number | string, zone: string): string => {
  const { date, time } = toWallTime(new Date(instant).toISOString(), zone);
  return `${date} ${time}`;
};

/** Every moment between two years at which a zone changes its clocks, found by halving, with the change in minutes. */
function findChanges(zone: string, from: number, to: number): { at: number; minutes: number }[] {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number): number => {
    const name = clock.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  const changes: { at: number; minutes: number }[] = [];
  const step = 7 * 24 * HOUR;
  for (let start = Date.UTC(from, 0); start < Date.UTC(to, 0); start += step) {
    let [low, high] = [start, start + step];
    if (offset(low) === offset(high)) continue;
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    changes.push({ at: high, minutes: offset(high) - offset(low) });
  }
  return changes;
}

const CHANGING = [
  ...['America/Chicago', 'America/New_York', 'America/Denver', 'America/Los_Angeles', 'America/Anchorage'],
  ...['America/Adak', 'America/St_Johns', 'America/Havana', 'America/Asuncion', 'America/Santiago'],
  ...['Europe/London', 'Europe/Berlin', 'Europe/Chisinau', 'Africa/Cairo', 'Asia/Beirut', 'Asia/Jerusalem'],
  ...['Australia/Sydney', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Chatham'],
  ...['Pacific/Easter', 'Antarctica/Troll', 'Africa/Casablanca', 'Atlantic/Azores', 'America/Nuuk'],
];
const STEADY = [
  ...['UTC', 'America/Phoenix', 'Pacific/Honolulu', 'America/Puerto_Rico', 'Asia/Kolkata', 'Asia/Kathmandu'],
  ...['Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Eucla', 'America/Mexico_City'],
];

describe('a wall time in a zone', () => {
  it.each([
    ['2026-01-15 09:30', 'America/Chicago', '2026-01-15T15:30:00.000Z'],
    ['2026-07-15 09:30', 'America/Chicago', '2026-07-15T14:30:00.000Z'],
    ['2026-07-15 09:30', 'America/Phoenix', '2026-07-15T16:30:00.000Z'],
    ['2026-07-15 09:30', 'Asia/Kathmandu', '2026-07-15T03:45:00.000Z'],
    ['2026-12-31 23:59', 'Pacific/Kiritimati', '2026-12-31T09:59:00.000Z'],
    ['2026-01-01 00:00', 'Pacific/Pago_Pago', '2026-01-01T11:00:00.000Z'],
    ['2028-02-29 12:00', 'UTC', '2028-02-29T12:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(resolve(text, zone)).toEqual({ kind: 'exact', instant });
  });

  it.each([
    ['2026-03-08 02:30', 'America/Chicago', '2026-03-08T08:30:00.000Z', '2026-03-08 03:30'],
    ['2026-03-29 01:15', 'Europe/London', '2026-03-29T01:15:00.000Z', '2026-03-29 02:15'],
    // Lord Howe Island moves its clocks by half an hour.
    ['2026-10-04 02:10', 'Australia/Lord_Howe', '2026-10-03T15:40:00.000Z', '2026-10-04 02:40'],
    // Midnight itself is skipped.
    ['2026-04-24 00:30', 'Africa/Cairo', '2026-04-23T22:30:00.000Z', '2026-04-24 01:30'],
    // Samoa left a whole day out when it moved over the date line.
    ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z', '2011-12-31 12:00'],
  ])('%s in %s is skipped by clocks that go forward, so it is %s', (text, zone, instant, shown) => {
    const [date, time] = shown.split(' ');
    expect(resolve(text, zone)).toEqual({ kind: 'skipped', instant, shown: { date, time } });
  });

  it.each([
    ['2026-11-01 01:30', 'America/Chicago', '2026-11-01T06:30:00.000Z', '2026-11-01T07:30:00.000Z'],
    ['2026-10-25 01:00', 'Europe/London', '2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
  ])('%s in %s comes twice, and the first is meant', (text, zone, instant, later) => {
    expect(resolve(text, zone)).toEqual({ kind: 'repeated', instant, later });
  });

  it.each([
    ['2026-03-08 01:59', '2026-03-08T07:59:00.000Z'],
    ['2026-03-08 03:00', '2026-03-08T08:00:00.000Z'],
    ['2026-11-01 00:59', '2026-11-01T05:59:00.000Z'],
    ['2026-11-01 02:00', '2026-11-01T08:00:00.000Z'],
  ])('just outside of a change of clocks, %s is exact', (text, instant) => {
    expect(resolve(text, 'America/Chicago')).toEqual({ kind: 'exact', instant });
  });

  it.each([
    ['', 'UTC'],
    ['2026-02-30 10:00', 'UTC'],
    ['2026-13-01 10:00', 'UTC'],
    ['2026-04-31 10:00', 'America/Chicago'],
    ['2026-01-01 24:00', 'UTC'],
    ['2026-01-01 10:60', 'UTC'],
    ['2026-01-01 1:00', 'UTC'],
    ['12026-01-01 10:00', 'UTC'],
    ['2026-01-01 10:00', 'Mars/Olympus'],
    ['2026-01-01 10:00', ''],
  ])('%j in %j is no time', (text, zone) => {
    expect(resolve(text, zone)).toEqual({ kind: 'invalid' });
  });
});

describe('at every change of clocks from 2020 to 2030', () => {
  it.each(CHANGING)('in %s, each minute before, within and after is resolved', (zone) => {
    const changes = findChanges(zone, 2020, 2030);
    expect(changes).not.toEqual([]);
    for (const { at, minutes } of changes) {
      const jump = Math.abs(minutes);
      const at0 = Date.parse(`${show(at - MINUTE, zone).replace(' ', 'T')}Z`) + MINUTE;
      const wallOf = (offset: number) =>
        new Date(at0 + offset * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
      if (minutes > 0) {
        for (const offset of [0, Math.floor(jump / 2), jump - 1]) {
          expect(resolve(wallOf(offset), zone)).toMatchObject({
            kind: 'skipped',
            instant: new Date(at + offset * MINUTE).toISOString(),
          });
        }
        expect(resolve(wallOf(jump), zone)).toEqual({ kind: 'exact', instant: new Date(at).toISOString() });
      } else {
        for (const offset of [-jump, -1]) {
          expect(resolve(wallOf(offset), zone)).toEqual({
            kind: 'repeated',
            instant: new Date(at + offset * MINUTE).toISOString(),
            later: new Date(at + (offset + jump) * MINUTE).toISOString(),
          });
        }
        expect(resolve(wallOf(-jump - 1), zone)).toMatchObject({ kind: 'exact' });
      }
    }
  });
});

describe('back and forth', () => {
  const zone = fc.constantFrom(...CHANGING, ...STEADY);
  const minute = fc.integer({ min: Date.UTC(2020, 0) / MINUTE, max: Date.UTC(2035, 0) / MINUTE });

  it('an instant is found again from what the clocks show, if not by the first then by the second', () => {
    fc.assert(
      fc.property(zone, minute, (name, count) => {
        const instant = new Date(count * MINUTE).toISOString();
        const resolved = resolveWallTime(toWallTime(instant, name), name);
        const found = resolved.kind === 'repeated' ? [resolved.instant, resolved.later] : [resolved];
        expect(found).toContainEqual(resolved.kind === 'repeated' ? instant : { kind: 'exact', instant });
      }),
      { numRuns: 500 },
    );
  });

  it('every wall time is shown as typed once it is resolved, or was skipped and is shown later', () => {
    fc.assert(
      fc.property(zone, minute, (name, count) => {
        const text = new Date(count * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
        const resolved = resolve(text, name);
        if (resolved.kind === 'invalid') throw new Error('a time of the calendar is a time');
        const shown = show(resolved.instant, name);
        if (resolved.kind === 'skipped') expect(shown > text).toBe(true);
        else expect(shown).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name of a zone', () => {
  it.each(['America/Chicago', 'UTC', 'Asia/Kolkata'])('%s is known', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Chicago', 'America/Nowhere', 'javascript:'])('%j is not known', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
