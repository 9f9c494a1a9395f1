// Whether what is scheduled is published once, on time and never early. The rule for wall times is held against what
// clocks show around every change of the clocks of every zone; then servers whose clock is stepped publish at all of those
// times; then real processes publish a few seconds ahead, one of which is killed meanwhile.
import { openWorld } from './open-world.mjs';
import { summarize } from './random.mjs';
import { readArguments } from './read-arguments.mjs';
import { checkRule } from './schedules/check-rule.mjs';
import { runLive } from './schedules/run-live.mjs';
import { stepClock } from './schedules/step-clock.mjs';

const {
  count,
  years,
  every,
  step,
  within,
  plant,
  world: options,
} = readArguments({
  usage: `Usage: node bench/server/schedules.mjs [count=60] [options]

count is how many actions are published in real time. With --plant the clock of one server is a minute ahead.`,
  numbers: { count: 60 },
  options: {
    years: [3, 'how many years of clock changes, from 2026 on'],
    every: [1, 'each so-many-th zone only'],
    step: [15, 'minutes from one wall time to the next around a change'],
    within: [1000, 'how late is still on time, in real time, in ms'],
  },
});

const say = ({ wrong }, words) => {
  console.log(`${wrong.length === 0 ? 'right' : `${wrong.length} WRONG`}: ${words}`);
  if (wrong.length > 0) console.log(`  such as: ${wrong[0]}`);
};

const world = await openWorld({
  ...options,
  processes: options.database === 'pglite' ? 1 : 3,
  staff: 6,
});
const { resolveWallTime } = await import('../../dist/esm/src/domain/index.js');
const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % every === 0);
const rule = checkRule({ resolveWallTime, zones, from: 2026, years, step });
const { exact, skipped, repeated } = rule.kinds;
say(
  rule,
  `${exact + skipped + repeated} wall times (${skipped} skipped, ${repeated} repeated) around ${rule.changes} changes of the clocks of ${zones.length} zones in ${years} years`,
);

// The processes sleep meanwhile: their clock is another one.
const stepped = await world.whileStopped(() => stepClock(world, rule.times, { ahead: plant ? 60_000 : 0 }));
say(
  stepped,
  `${rule.times.length} actions published by two servers on ${world.kind}, at ${stepped.steps} times of a stepped clock`,
);

const live = await runLive(world, count);
const processes = world.servers.length;
await world.close();
const late = summarize(live.late);
const seen = summarize(live.seenLate);
if (late.max > within) live.wrong.push(`${late.max} ms late`);
say(
  live,
  `${count} actions published by ${processes} processes on ${world.kind}: median ${late.median} ms late, max ${late.max} ms; seen from outside median ${seen.median} ms, max ${seen.max} ms`,
);
process.exitCode = [rule, stepped, live].every(({ wrong }) => wrong.length === 0) ? 0 : 1;
