// Whether what is sent several times with one idempotency key is done once: each key five times at the same moment, to
// two processes, one of which is restarted every so often; then once more with another body, which has to be refused.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { countBy, readExport } from './look-into.mjs';
import { openWorld } from './open-world.mjs';
import { randomFrom } from './random.mjs';
import { readArguments } from './read-arguments.mjs';

const {
  keys,
  sends,
  'restart-every': restartEvery,
  seed,
  plant,
  world: options,
} = readArguments({
  usage: `Usage: node bench/server/duplicates.mjs [keys=400] [options]

With --plant something on the way gives every send a key of its own.`,
  numbers: { keys: 400 },
  options: {
    sends: [5, 'how often each key is sent at once'],
    'restart-every': [200, 'keys between two restarts; the first comes after half as many'],
  },
});

const AT_ONCE = 6;
const VOLUNTEERS = 20;
const STAFF = 20;

const random = randomFrom(seed);
const pause = (milliseconds) => new Promise((settle) => setTimeout(settle, milliseconds));
const wrong = [];
const note = (words) => wrong.push(words);
const tally = { sent: 0, sentAgain: 0, changedBodiesRefused: 0, changedBodies: 0 };

/** Sends until there is an answer, as people and outboxes do. */
async function sendOnce(client, operation, input, key) {
  for (;;) {
    try {
      tally.sent += 1;
      return await client.call(operation, input, { key: plant ? randomUUID() : key });
    } catch (error) {
      if (error.isTransient !== true) throw error;
      tally.sentAgain += 1;
      await pause(Math.min(1000, (error.details.retryAfter ?? 0) * 1000) + random() * 100);
    }
  }
}

/** What a key is for: whom it is of, what is called, and another body under the same key. */
const KINDS = {
  'perform.record': (number) => {
    const occurredAt = new Date(Date.UTC(2026, 0, 1) + number).toISOString();
    const result = { kind: 'open_webpage', outcome: 'opened' };
    return {
      who: { userId: `org-1-volunteer-${(number % VOLUNTEERS) + 1}` },
      input: { actionId: 'org-1-action-1', occurredAt, result },
      changed: { actionId: 'org-1-action-2', occurredAt, result },
    };
  },
  'actions.create': (number) => ({
    who: staffOf(number),
    input: { content: { kind: 'open_webpage', title: `Draft ${number}` } },
    changed: { content: { kind: 'open_webpage', title: `Changed draft ${number}` } },
  }),
  'actions.copy': (number) => ({
    who: staffOf(number),
    input: { id: 'org-1-action-1', title: `Copy ${number}` },
    changed: { id: 'org-1-action-1', title: `Changed copy ${number}` },
  }),
  'actions.send': async (number, { create }) => {
    const { id, version } = await create(number);
    const input = { id, version, listIds: ['org-1-everybody'] };
    return { who: staffOf(number), input, changed: { ...input, userIds: ['org-1-volunteer-1'] } };
  },
  'signIn.request': (number) => ({
    who: { guestId: `guest-${number}` },
    input: { email: `asked-${number}@people.example` },
    changed: { email: `somebody-else-${number}@people.example` },
  }),
};

const staffOf = (number) => ({ userId: `org-1-staff-${(number % STAFF) + 1}` });
const names = Object.keys(KINDS);
const nameOf = (number) => names[number % names.length];

/** Something fit to be sent to people. */
async function createReadyDraft(world, contract, number) {
  const client = await world.createClient(staffOf(number));
  const content = {
    ...{ kind: 'open_webpage', title: `Sent ${number}`, description: 'To everybody' },
    webLink: 'https://page.example/',
  };
  for (;;) {
    try {
      return await client.call(contract['actions.create'], { content }, { key: `ready-draft-${number}` });
    } catch (error) {
      if (error.isTransient !== true) throw error;
      await pause(100);
    }
  }
}

async function playKey(world, contract, number) {
  const name = nameOf(number);
  const create = () => createReadyDraft(world, contract, number);
  const { who, input, changed } = await KINDS[name](number, { create });
  const clients = await Promise.all(
    Array.from({ length: sends }, (_, index) =>
      world.createClient({ ...who, pick: () => world.servers[index % world.servers.length] }),
    ),
  );
  const key = randomUUID();
  const answers = await Promise.allSettled(
    clients.map((client) => sendOnce(client, contract[name], input, key)),
  );
  const [first] = answers;
  for (const { status, value, reason } of answers) {
    if (status === 'rejected') note(`${name} ${number} was refused: ${reason.code ?? reason}`);
    else if (!isDeepStrictEqual(value, first.value)) note(`${name} ${number} was answered in two ways`);
  }
  if (number % 4 !== 0) return;
  tally.changedBodies += 1;
  const refusal = await sendOnce(clients[0], contract[name], changed, key).catch(({ code }) => code);
  if (refusal === 'key-reused') tally.changedBodiesRefused += 1;
  else note(`${name} ${number} with another body was not refused`);
}

/** Each process by turns, in order and by force by turns. */
async function restart(world, count) {
  const server = world.servers[count % world.servers.length];
  await (count % 2 === 0 ? server.kill() : server.stop());
  await server.start();
}

async function playAll(world, contract) {
  let next = 0;
  let restarts = 0;
  let restarting = Promise.resolve();
  const playOn = async () => {
    while (next < keys) {
      const number = next++;
      if (number % restartEvery === Math.floor(restartEvery / 2))
        restarting = restarting.then(() => restart(world, restarts++));
      await playKey(world, contract, number);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playOn));
  await restarting;
  return restarts;
}

/** How many rows there are of each thing that was asked for. */
async function countRows(world) {
  const { actions, events, deliveries } = await readExport(world, 'org-1');
  const titles = countBy(actions.map(({ content }) => content.title));
  const performs = countBy(
    events.filter(({ type }) => type === 'performed').map(({ occurredAt }) => occurredAt),
  );
  const idOf = new Map(actions.map(({ id, content }) => [content.title, id]));
  const sent = countBy(deliveries.map(({ actionId }) => actionId));
  const told = countBy(events.filter(({ type }) => type === 'delivered').map(({ actionId }) => actionId));
  const mails = await countMails(world);
  const at = (number) => new Date(Date.UTC(2026, 0, 1) + number).toISOString();
  return {
    'perform.record': (number) => [performs.get(at(number)), 1],
    'actions.create': (number) => [titles.get(`Draft ${number}`), 1],
    'actions.copy': (number) => [titles.get(`Copy ${number}`), 1],
    'actions.send': (number) => {
      const id = idOf.get(`Sent ${number}`);
      return [(sent.get(id) ?? 0) + (told.get(id) ?? 0), 2 * VOLUNTEERS];
    },
    'signIn.request': (number) => [mails(number), 1],
  };
}

/** To whom a mail went is forgotten once it is sent; which address a code was sent to, and how often, is not. */
async function countMails(world) {
  const { addressName } = await import('../../dist/esm/src/backend/code-seal.js');
  const { codes, mails } = await world.withDatabase((database) =>
    database.inOrganization('org-1', 'read', async (rows) => ({
      codes: await rows.selectFrom('sign_in_codes').select(['address', 'body']).execute(),
      mails: await rows.selectFrom('messages').select('id').execute(),
    })),
  );
  const sendings = new Map(codes.map(({ address, body }) => [address, body.sentAt.length]));
  const numbers = Array.from({ length: keys }, (_, number) => number);
  const asked = numbers.filter((number) => nameOf(number) === 'signIn.request');
  if (mails.length !== asked.length) note(`${asked.length} keys made ${mails.length} mails`);
  const names = new Map();
  for (const number of asked) names.set(number, await addressName(`asked-${number}@people.example`));
  return (number) => sendings.get(names.get(number));
}

const world = await openWorld({
  ...options,
  processes: options.database === 'pglite' ? 1 : 2,
  staff: STAFF,
  volunteers: VOLUNTEERS,
});
const contract = await world.loadContract();
const began = performance.now();
const restarts = await playAll(world, contract);
const seconds = Math.round((performance.now() - began) / 1000);
const rows = await world.whileStopped(() => countRows(world));
await world.close();

const table = Object.fromEntries(names.map((name) => [name, { keys: 0, once: 0, lost: 0, doubled: 0 }]));
for (let number = 0; number < keys; number += 1) {
  const name = nameOf(number);
  const [found = 0, expected] = rows[name](number);
  table[name].keys += 1;
  table[name][found === expected ? 'once' : found < expected ? 'lost' : 'doubled'] += 1;
}
console.table(table);
console.log(
  `${keys} keys, each ${sends} times at once to ${world.servers.length} processes on ${world.kind}, ${restarts} restarts, ${tally.sentAgain} of ${tally.sent} sent again (seed ${seed}, ${seconds} s)`,
);
console.log(`${tally.changedBodiesRefused} of ${tally.changedBodies} changed bodies refused`);
if (wrong.length > 0) console.log(`${wrong.length} answers are wrong, such as: ${wrong[0]}`);
const isRight = Object.values(table).every(({ lost, doubled }) => lost + doubled === 0);
process.exitCode = isRight && wrong.length === 0 ? 0 : 1;
