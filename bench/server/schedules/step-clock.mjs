const ORG = 'calendar';
const MADE = '2025-12-01T00:00:00.000Z';
const MEMBERS = ['member-1', 'member-2', 'member-3'];

/** An action whose publishing waits; each fifth is for the people of a list alone. */
const waiting = ({ at, timeZone }, index) => ({
  ...{ id: `waits-${index}`, status: 'scheduled', visibility: 'unpublished' },
  content: {
    ...{ kind: 'open_webpage', title: `In ${timeZone}`, description: 'On time' },
    webLink: 'https://page.example/',
  },
  schedule: { publishAt: at, visibility: index % 5 === 0 ? 'private' : 'public' },
  audience: { listIds: index % 5 === 0 ? ['members'] : [], userIds: [], districtIds: [], languages: [] },
  ...{ createdAt: MADE, updatedAt: MADE },
});

async function seedCalendar(database, times) {
  const { campaignData, seedStore } = await import('../../../dist/esm/src/backend/index.js');
  const { createPostgresStore } = await import('../../../server/dist/store/create-store.js');
  const person = { firstName: 'Some', lastName: 'Body', email: null, role: 'volunteer', language: 'en' };
  const data = campaignData.parse({
    revision: 'calendar-1',
    campaign: { id: ORG, name: ORG, timeZone: 'UTC', languages: ['en'], kinds: ['open_webpage'] },
    users: MEMBERS.map((id) => ({ ...person, id, districtIds: [] })),
    userLists: [{ id: 'members', name: 'Members', folderId: null, userIds: MEMBERS }],
    actions: times.map(waiting),
  });
  await seedStore(
    createPostgresStore(database, { messages: () => ({ add: () => Promise.resolve() }) }),
    data,
  );
}

/** Servers in this process, each with connections of its own, whose clock stands where it is put. */
async function openServers(world, { clock, ahead }) {
  const { createServer, openDatabase, readSettings } = await import('../../../server/dist/index.js');
  const settings = readSettings(world.settings);
  const open = () => openDatabase(settings.database);
  const first = await open();
  const databases = [first, world.kind === 'pglite' ? first : await open()];
  const servers = await Promise.all(
    databases.map((database, index) =>
      createServer({ settings, database, now: () => new Date(clock.now + (index === 0 ? 0 : ahead)) }),
    ),
  );
  const close = async () => {
    for (const server of servers) await server.close();
    for (const database of new Set(databases)) await database.close();
  };
  return { servers, database: first, close };
}

const readPublished = (database) =>
  database.inOrganization(ORG, 'read', (rows) =>
    rows
      .selectFrom('actions')
      .where('status', '=', 'published')
      .select(['id', 'version', 'published_at'])
      .execute(),
  );

/** How often each action was told of, and to how many it was delivered. */
const readTraces = (database) =>
  database.inOrganization(ORG, 'read', async (rows) => ({
    told: await rows.selectFrom('changes').where('topic', '=', 'actions').select('action_id').execute(),
    delivered: await rows.selectFrom('deliveries').select('action_id').execute(),
  }));

/**
 * Steps the clock of two servers on one database from one publish time to the next: a millisecond before each, nothing
 * further may be published; at it, all that is due, by whichever server comes first.
 *
 * @param {{ at: string, timeZone: string }[]} times
 * @param {{ ahead?: number }} [fault] How far the clock of the second server goes wrong, in ms.
 */
export async function stepClock(world, times, { ahead = 0 } = {}) {
  const steps = [...new Set(times.map(({ at }) => Date.parse(at)))].sort((a, b) => a - b);
  const clock = { now: steps[0] - 3_600_000 };
  const { servers, database, close } = await openServers(world, { clock, ahead });
  const wrong = [];
  const look = async (now) => {
    clock.now = now;
    const next = await Promise.all(servers.map((server) => server.publishDue()));
    return { next, count: (await readPublished(database)).length };
  };
  try {
    await seedCalendar(database, times);
    let due = 0;
    for (const step of steps) {
      const before = await look(step - 1);
      if (before.count !== due) wrong.push(`${before.count - due} early for ${new Date(step).toISOString()}`);
      if (before.next.some((next) => Date.parse(next) !== step))
        wrong.push(`a server means to look at ${before.next}`);
      due += times.filter(({ at }) => Date.parse(at) === step).length;
      const after = await look(step);
      if (after.count !== due) wrong.push(`${due - after.count} missing at ${new Date(step).toISOString()}`);
    }
    wrong.push(...(await findRepeated(database, times)));
  } finally {
    await close();
  }
  return { steps: steps.length, wrong };
}

async function findRepeated(database, times) {
  const wrong = [];
  const published = await readPublished(database);
  const { told, delivered } = await readTraces(database);
  for (const { id, version, published_at: at } of published) {
    const index = Number(id.slice('waits-'.length));
    const count = (list) => list.filter(({ action_id: actionId }) => actionId === id).length;
    if (version !== 2) wrong.push(`${id} has version ${version}`);
    if (at !== times[index].at) wrong.push(`${id} was published at ${at}, not at ${times[index].at}`);
    if (count(told) !== 1) wrong.push(`${id} was told of ${count(told)} times`);
    if (count(delivered) !== (index % 5 === 0 ? MEMBERS.length : 0))
      wrong.push(`${id} was delivered wrongly`);
  }
  return wrong;
}
