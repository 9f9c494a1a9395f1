// Whether an edit is ever lost when many editors change the same actions at the same moment. Each adds a mark to the
// description of an action as they have read it; a stale save has to be refused with the current row, after which they add
// their mark to that one. In the end every mark that was acknowledged has to be there.
import { openWorld } from './open-world.mjs';
import { pickFrom, randomFrom } from './random.mjs';
import { readArguments } from './read-arguments.mjs';

const {
  editors,
  edits,
  actions,
  seed,
  plant,
  world: options,
} = readArguments({
  usage: `Usage: node bench/server/concurrent-edits.mjs [editors=50] [edits=20] [options]

With --plant editors save over whatever is there, as a client that ignores versions would.`,
  numbers: { editors: 50, edits: 20 },
  options: { actions: [20, 'how many actions they edit'] },
});

const random = randomFrom(seed);
const pause = (milliseconds) => new Promise((settle) => setTimeout(settle, milliseconds));
const tally = {
  saves: 0,
  stale: 0,
  staleWithoutCurrent: 0,
  unversioned: 0,
  unversionedRefused: 0,
  sentAgain: 0,
};
const wrong = [];

/** The words of a description; a mark such as `3.17` is the seventeenth of the third editor. */
const wordsOf = ({ content }) => content.description.split(' ');

/** Marks that were acknowledged, by action. */
const acknowledged = new Map();

/** Saves one mark, on whatever version is the current one by then. */
async function edit({ client, contract }, id, mark) {
  let action = await readAgain(() => client.call(contract['actions.get'], { id }));
  for (;;) {
    const content = { ...action.content, description: [...wordsOf(action), mark].join(' ') };
    await pause(random() * 20);
    const version = plant ? await currentVersion(client, contract, id) : action.version;
    try {
      const saved = await client.call(contract['actions.update'], { id, version, content });
      if (saved.version !== version + 1) wrong.push(`version ${saved.version} came after ${version}`);
      tally.saves += 1;
      acknowledged.set(id, [...(acknowledged.get(id) ?? []), mark]);
      return;
    } catch (error) {
      if (error.isTransient === true) {
        tally.sentAgain += 1;
        await pause((error.details.retryAfter ?? 0.1) * 1000);
        // Whether it has landed is not known, so the editor looks.
        action = await readAgain(() => client.call(contract['actions.get'], { id }));
        if (wordsOf(action).includes(mark)) return;
        continue;
      }
      if (error.code !== 'version-conflict') throw error;
      tally.stale += 1;
      const { current } = error.details;
      if (!(current?.version > version)) tally.staleWithoutCurrent += 1;
      action = current ?? (await readAgain(() => client.call(contract['actions.get'], { id })));
    }
  }
}

async function readAgain(read) {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (error.isTransient !== true) throw error;
      await pause(100);
    }
  }
}

const currentVersion = async (client, contract, id) =>
  (await readAgain(() => client.call(contract['actions.get'], { id }))).version;

/** A save that does not say what it has read is refused, with 428 and in words. */
async function saveUnversioned(world, { userId, id, fetchAs }) {
  tally.unversioned += 1;
  for (;;) {
    const response = await fetchAs(`${world.servers[0].url}/v1/actions/${id}`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await world.signToken({ userId })}`,
      },
      body: JSON.stringify({ content: { kind: 'open_webpage', title: 'Without a version' } }),
    });
    const { code, retryAfter } = await response.json();
    if (response.status === 428 && code === 'version-required') tally.unversionedRefused += 1;
    if (response.status !== 429) return;
    await pause(retryAfter * 1000);
  }
}

const world = await openWorld({
  ...options,
  processes: options.database === 'pglite' ? 1 : 2,
  staff: editors,
  volunteers: 1,
  actions,
});
const contract = await world.loadContract();
const { staffIds, actionIds } = world.organizations[0];
const reader = await world.createClient({ userId: staffIds[0] });
const began = performance.now();
await Promise.all(
  staffIds.map(async (userId, index) => {
    const pick = () => pickFrom(world.servers, random);
    const fetchAs = world.createFetch();
    const client = await world.createClient({ userId, pick, timeout: 60_000 });
    for (let number = 0; number < edits; number += 1) {
      const id = pickFrom(actionIds, random);
      if (number % 10 === 0) await saveUnversioned(world, { userId, id, fetchAs });
      await edit({ client, contract }, id, `${index + 1}.${number + 1}`);
    }
  }),
);
const seconds = Math.round((performance.now() - began) / 1000);
let lost = 0;
for (const id of actionIds) {
  const words = new Set(wordsOf(await reader.call(contract['actions.get'], { id })));
  lost += (acknowledged.get(id) ?? []).filter((mark) => !words.has(mark)).length;
}
await world.close();

console.log(
  `${editors} editors made ${tally.saves} edits of ${actions} actions on ${world.kind}, through ${world.servers.length} processes: ${lost} lost (seed ${seed}, ${seconds} s)`,
);
console.log(
  `${tally.stale} stale saves were refused, ${tally.staleWithoutCurrent} of them without the current row; ${tally.unversionedRefused} of ${tally.unversioned} saves without a version were refused`,
);
if (tally.sentAgain > 0) console.log(`${tally.sentAgain} answers in between were that the server was busy`);
if (wrong.length > 0) console.log(`${wrong.length} versions are wrong, such as: ${wrong[0]}`);
const isRight =
  lost === 0 &&
  tally.staleWithoutCurrent === 0 &&
  tally.unversionedRefused === tally.unversioned &&
  wrong.length === 0;
process.exitCode = isRight ? 0 : 1;
