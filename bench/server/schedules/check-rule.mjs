import { findClockChanges, readClocksAround } from './clock-changes.mjs';

/** What the rule has to say of a wall time that clocks show at these instants. */
function expectOf({ instants, meant }) {
  const [first, second] = instants.map((instant) => new Date(instant).toISOString());
  if (first === undefined) return { kind: 'skipped', instant: new Date(meant).toISOString() };
  return second === undefined
    ? { kind: 'exact', instant: first }
    : { kind: 'repeated', instant: first, later: second };
}

const isSame = (one, other) => ['kind', 'instant', 'later'].every((name) => one[name] === other[name]);

/**
 * Holds the rule for wall times against what clocks show, around every change of the clocks of the zones.
 *
 * @returns What was looked at, what is wrong, and for each change one instant of each kind, at which to publish.
 */
export function checkRule({ resolveWallTime, zones, from, years, step }) {
  const wrong = [];
  const kinds = { exact: 0, skipped: 0, repeated: 0 };
  const times = [];
  const changes = zones.flatMap((timeZone) => findClockChanges(timeZone, { from, years }));
  for (const change of changes) {
    const { timeZone } = change;
    const ofKind = new Map();
    for (const around of readClocksAround(change, step)) {
      const { date, time } = around.wall;
      const expected = expectOf(around);
      const found = resolveWallTime(around.wall, timeZone);
      kinds[expected.kind] += 1;
      if (!isSame(found, expected))
        wrong.push(`${date} ${time} in ${timeZone} is ${found.kind}, ${found.instant}`);
      ofKind.set(found.kind, found);
    }
    for (const { instant, later } of ofKind.values())
      times.push(
        ...[instant, later].filter((one) => one !== undefined).map((one) => ({ at: one, timeZone })),
      );
  }
  return { changes: changes.length, kinds, wrong, times };
}
