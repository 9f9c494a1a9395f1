const CONTENT = {
  ...{ kind: 'open_webpage', title: 'Soon', description: 'On time', webLink: 'https://page.example/' },
};

const pause = (milliseconds) => new Promise((settle) => setTimeout(settle, milliseconds));

/** For each action to be made and scheduled, in ms; a loaded machine needs all of it. */
const PREPARING = 200;
/** From one publish time to the next, in ms; three actions share one. */
const SPACING = 300;
const TOGETHER = 3;
/** How long to wait for what is late, in ms. */
const PATIENCE = 30_000;

async function scheduleAll(world, contract, count) {
  const begin = Date.now() + 3000 + count * PREPARING;
  const { staffIds } = world.organizations[0];
  const clients = await Promise.all(
    staffIds.map((userId, index) =>
      world.createClient({ userId, pick: () => world.servers[index % world.servers.length] }),
    ),
  );
  const times = new Map();
  await Promise.all(
    clients.map(async (client, index) => {
      for (let number = index; number < count; number += clients.length) {
        const input = { content: { ...CONTENT, title: `Soon ${number}` } };
        const { id, version } = await client.call(contract['actions.create'], input, {
          key: `soon-key-${number}`,
        });
        const publishAt = new Date(begin + Math.floor(number / TOGETHER) * SPACING).toISOString();
        const schedule = { publishAt, visibility: 'public' };
        await client.call(contract['actions.schedule'], { id, version, schedule });
        times.set(id, Date.parse(publishAt));
      }
    }),
  );
  return { times, begin, end: Math.max(...times.values()) };
}

/** When each action was first seen to be published by somebody who asks all the time. */
async function watch(world, contract, { times, end }) {
  const { staffIds } = world.organizations[0];
  const client = await world.createClient({ userId: staffIds[0], pick: () => world.servers.at(-1) });
  const seen = new Map();
  while (seen.size < times.size && Date.now() < end + PATIENCE) {
    const input = { statuses: ['published'], sort: 'updated', limit: 100, search: 'Soon' };
    const { items } = await client.call(contract['actions.list'], input);
    for (const { id } of items) if (!seen.has(id)) seen.set(id, Date.now());
    await pause(25);
  }
  return seen;
}

const readTold = (world) =>
  world.withDatabase((database) =>
    database.inOrganization('org-1', 'read', (rows) =>
      rows.selectFrom('changes').where('topic', '=', 'actions').select('action_id').execute(),
    ),
  );

/**
 * Schedules actions a few seconds ahead, through all processes, and kills one of them in the middle of the publishing.
 *
 * @returns How late each was, by its own clock and as seen from outside, in ms, and what is wrong.
 */
export async function runLive(world, count) {
  const contract = await world.loadContract();
  const scheduled = await scheduleAll(world, contract, count);
  const watching = watch(world, contract, scheduled);
  await pause((scheduled.begin + scheduled.end) / 2 - Date.now());
  if (world.servers.length > 1) {
    await world.servers[0].kill();
    await world.servers[0].start();
  }
  const seen = await watching;
  const client = await world.createClient({ userId: world.organizations[0].staffIds[0] });
  const actions = await Promise.all(
    [...scheduled.times.keys()].map((id) => client.call(contract['actions.get'], { id })),
  );
  const told = await world.whileStopped(() => readTold(world));
  const wrong = [];
  const late = [];
  for (const { id, version, publishedAt } of actions) {
    const by = Date.parse(publishedAt) - scheduled.times.get(id);
    late.push(by);
    if (publishedAt === null) wrong.push(`${id} was not published`);
    if (by < 0) wrong.push(`${id} was published ${-by} ms early`);
    // Made, scheduled, published.
    if (version !== 3) wrong.push(`${id} has version ${version}`);
    const tellings = told.filter(({ action_id: actionId }) => actionId === id).length;
    if (tellings !== 3) wrong.push(`${id} was told of ${tellings} times`);
  }
  return { late, seenLate: [...seen].map(([id, at]) => at - scheduled.times.get(id)), wrong };
}
