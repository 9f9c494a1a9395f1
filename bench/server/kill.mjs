// Whether anything that the server has acknowledged is lost or done twice when its process is killed (kill -9) at random
// points, while writers perform and create with idempotency keys, and send again what was not answered.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { countBy, readExport } from './look-into.mjs';
import { openWorld } from './open-world.mjs';
import { pickFrom, randomFrom, summarize } from './random.mjs';
import { readArguments } from './read-arguments.mjs';

const {
  kills,
  writers,
  submits,
  seed,
  plant,
  world: options,
} = readArguments({
  usage: `Usage: node bench/server/kill.mjs [kills=20] [options]

With --plant writers make a new key when they send again, as a careless client would.`,
  numbers: { kills: 20 },
  options: {
    writers: [32, 'how many write at once'],
    submits: [100, 'acknowledged writes between two kills, on the average'],
  },
});

/** How many people one writer is by turns: one person may only write 300 times a minute. */
const PEOPLE_EACH = 4;
/** Of so many answers one is lost on its way, as networks lose them; with a fault in, enough of them to show it. */
const LOST_ONE_IN = plant ? 5 : 20;

const random = randomFrom(seed);
const pause = (milliseconds) => new Promise((settle) => setTimeout(settle, milliseconds));

/** What writers were told. A perform is known by when it happened, which is another time for each; a draft by its title. */
const acknowledged = { performs: new Map(), drafts: [] };
const tally = { presses: 0, acknowledged: 0, sentAgain: 0, inFlight: 0, caughtInFlight: 0, refused: [] };

async function fetchWithLosses(url, init) {
  const isLost = random() * LOST_ONE_IN < 1;
  const response = await fetch(url, init);
  if (!isLost) return response;
  await response.arrayBuffer();
  throw new TypeError('The answer was lost.');
}

/** Sends one write, again and again with the same key, until it is answered. */
async function press(send) {
  let key = randomUUID();
  tally.inFlight += 1;
  for (;;) {
    try {
      await send({ key });
      tally.acknowledged += 1;
      tally.inFlight -= 1;
      return;
    } catch (error) {
      if (error.isTransient !== true) throw error;
      tally.sentAgain += 1;
      if (plant) key = randomUUID();
      await pause(Math.min(1000, (error.details.retryAfter ?? 0) * 1000) + random() * 200);
    }
  }
}

async function createWriter(world, contract, index) {
  const { volunteerIds, staffIds, actionIds } = world.organizations[0];
  const asEach = (ids) =>
    Promise.all(
      ids
        .slice(index * PEOPLE_EACH, (index + 1) * PEOPLE_EACH)
        .map((userId) =>
          world.createClient({ userId, through: fetchWithLosses, retry: plant ? false : { base: 50 } }),
        ),
    );
  const [volunteers, staff] = [await asEach(volunteerIds), await asEach(staffIds)];
  const perform = async (number) => {
    const actionId = pickFrom(actionIds, random);
    const occurredAt = new Date(Date.UTC(2026, 0, 1) + number).toISOString();
    const input = { actionId, occurredAt, result: { kind: 'open_webpage', outcome: 'opened' } };
    const client = pickFrom(volunteers, random);
    await press((sending) => client.submit(contract['perform.record'], input, sending));
    acknowledged.performs.set(occurredAt, actionId);
  };
  const create = async (number) => {
    const title = `Draft ${number}`;
    const client = pickFrom(staff, random);
    const input = { content: { kind: 'open_webpage', title } };
    await press((sending) => client.call(contract['actions.create'], input, sending));
    acknowledged.drafts.push(title);
  };
  return () => (random() < 0.2 ? create : perform)((tally.presses += 1));
}

async function firstGoodAnswer(client, contract) {
  for (;;) {
    try {
      await client.call(contract['feed.list'], {});
      return performance.now();
    } catch {
      await pause(10);
    }
  }
}

async function killAgainAndAgain(world, contract) {
  const [server] = world.servers;
  const onlooker = await world.createClient({ guestId: 'onlooker', retry: false, timeout: 2000 });
  const times = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const enough = tally.acknowledged + Math.ceil((0.5 + random()) * submits);
    while (tally.acknowledged < enough) await pause(random() * 5);
    tally.caughtInFlight += tally.inFlight;
    await server.kill();
    const began = performance.now();
    const [answered] = await Promise.all([firstGoodAnswer(onlooker, contract), server.start()]);
    times.push(answered - began);
  }
  return times;
}

async function readResults(world, contract) {
  const [{ staffIds, actionIds }] = world.organizations;
  const client = await world.createClient({ userId: staffIds[0] });
  const read = (actionId) => client.call(contract['results.get'], { actionId });
  return (await Promise.all(actionIds.map(read))).map((results) => ({ ...results, asOf: '' }));
}

/** Once is right; not at all is lost; more often is doubled. */
function compare(expected, found) {
  const counts = countBy(found);
  const lost = expected.filter((mark) => !counts.has(mark)).length;
  const doubled = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  const unknown = [...counts.keys()].filter((mark) => !new Set(expected).has(mark)).length;
  return { acknowledged: expected.length, lost, doubled, unknown };
}

const world = await openWorld({
  ...options,
  staff: writers * PEOPLE_EACH,
  volunteers: writers * PEOPLE_EACH,
  actions: 3,
});
const contract = await world.loadContract();
let isOver = false;
const writing = Array.from({ length: writers }, async (_, index) => {
  const write = await createWriter(world, contract, index);
  while (!isOver) await write();
});
const began = performance.now();
const times = await Promise.race([killAgainAndAgain(world, contract), ...writing]);
isOver = true;
await Promise.all(writing);
const seconds = Math.round((performance.now() - began) / 1000);

const counted = await readResults(world, contract);
const exported = await world.whileStopped(async () => {
  const lines = await readExport(world, 'org-1');
  await world.run('rebuild-results', 'org-1');
  return lines;
});
const rebuilt = await readResults(world, contract);
const performs = exported.events.filter(({ type }) => type === 'performed');
const rows = {
  performs: compare(
    [...acknowledged.performs.keys()],
    performs.map(({ occurredAt }) => occurredAt),
  ),
  drafts: compare(
    acknowledged.drafts,
    exported.actions.filter(({ status }) => status === 'draft').map(({ content }) => content.title),
  ),
};
const perAction = countBy([...acknowledged.performs.values()]);
const isCounted = counted.every(
  ({ actionId, overview }) => overview.performs === (perAction.get(actionId) ?? 0),
);
const isRebuilt = isDeepStrictEqual(counted, rebuilt);
const errors = world.servers.flatMap((server) => server.readErrors());
await world.close();

console.table(rows);
const { median, max } = summarize(times);
console.log(
  `${kills} kills on ${world.kind}, ${tally.caughtInFlight} writes in flight at them, ${tally.sentAgain} sent again (seed ${seed}, ${seconds} s)`,
);
console.log(`from start to first good answer: median ${median} ms, max ${max} ms`);
console.log(
  `results are ${isCounted ? '' : 'not '}what was acknowledged; counted anew from the log they are ${isRebuilt ? 'the same' : 'others'}`,
);
if (errors.length > 0) console.log(`${errors.length} errors in the log, such as ${errors[0]}`);
const isRight = Object.values(rows).every(({ lost, doubled, unknown }) => lost + doubled + unknown === 0);
process.exitCode = isRight && isCounted && isRebuilt ? 0 : 1;
