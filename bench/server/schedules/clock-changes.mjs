// What zones do, read from the platform in another way than the rule does it: by the name of the offset.
const clocks = new Map();

function clockOf(timeZone) {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  clocks.set(timeZone, clock);
  return clock;
}

/** How far clocks are ahead of UTC, in minutes: `GMT-05:30` says -330. */
function offsetAt(instant, timeZone) {
  const name = clockOf(timeZone)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName').value;
  const [, sign = '+', hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** Every change of the clocks of a zone in some years: when, and the offsets before and after in minutes. */
export function findClockChanges(timeZone, { from, years }) {
  const changes = [];
  const end = Date.UTC(from + years, 0, 1);
  for (let start = Date.UTC(from, 0, 1); start < end; start += WEEK) {
    const [before, after] = [offsetAt(start, timeZone), offsetAt(start + WEEK, timeZone)];
    if (before === after) continue;
    let [low, high] = [start, start + WEEK];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle, timeZone) === before) low = middle;
      else high = middle;
    }
    changes.push({ timeZone, at: high, before, after });
  }
  return changes;
}

const toWall = (local) => {
  const text = new Date(local).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
};

/**
 * Wall times around a change, each with the instants at which clocks show it: none, one or two, found by looking at every
 * minute.
 *
 * @param {number} step Minutes from one wall time to the next; those at the edges are there whatever it is.
 */
export function readClocksAround({ timeZone, at, before, after }, step) {
  const width = (Math.abs(after - before) + 61) * MINUTE;
  const shown = new Map();
  for (let instant = at - 2 * width; instant < at + 2 * width; instant += MINUTE) {
    const local = instant + offsetAt(instant, timeZone) * MINUTE;
    shown.set(local, [...(shown.get(local) ?? []), instant]);
  }
  const [earlier, later] = [Math.min(before, after), Math.max(before, after)].map(
    (offset) => at + offset * MINUTE,
  );
  const locals = [earlier, later].flatMap((edge) => [edge - MINUTE, edge, edge + MINUTE]);
  for (let local = earlier - 60 * MINUTE; local < later + 60 * MINUTE; local += step * MINUTE)
    locals.push(local);
  // Skipped: as long after the change as was meant.
  const meantAt = (local) => at + (local - (at + before * MINUTE));
  return locals.map((local) => ({
    wall: toWall(local),
    instants: shown.get(local) ?? [],
    meant: meantAt(local),
  }));
}
