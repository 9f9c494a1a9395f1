// How many reads and durable writes a second the server answers, on PostgreSQL and on PGlite, beside a bare handler of
// Hono and pg on the same PostgreSQL in the same run. Compare the ratios: the figures themselves are of the machine, which
// sends the load, serves and keeps the data at once.
//
//   node bench/server/load.mjs [seconds] [--lanes 16] [--volunteers 200]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openWorld } from './open-world.mjs';
import { readArguments } from './read-arguments.mjs';
import { sendLoad } from './send-load.mjs';

const options = readArguments({
  usage: 'Usage: node bench/server/load.mjs [seconds of each kind]',
  numbers: { seconds: 5 },
  options: { lanes: [16, 'connections at once'], volunteers: [200, 'people who perform'] },
});
const { seconds, lanes, volunteers } = options;

const bareServer = fileURLToPath(new URL('bare-server.mjs', import.meta.url));

async function measureBare(url) {
  const child = fork(bareServer, { env: { ...process.env, DATABASE_URL: url } });
  const [{ port }] = await once(child, 'message');
  const base = `http://127.0.0.1:${port}`;
  const read = () => ({ url: `${base}/rows` });
  const write = () => ({
    url: `${base}/rows/${1 + Math.floor(Math.random() * 1000)}`,
    method: 'POST',
    body: JSON.stringify({ note: 'x' }),
  });
  const figures = await measure(read, write);
  child.disconnect();
  await once(child, 'exit');
  return figures;
}

/** Warms up, then reads, then writes. */
async function measure(read, write) {
  await sendLoad({ lanes, seconds: 1, make: read });
  const reads = await sendLoad({ lanes, seconds, make: read });
  await sendLoad({ lanes, seconds: 1, make: write });
  const writes = await sendLoad({ lanes, seconds, make: write });
  return { reads, writes };
}

/** The feed as somebody sees it, and performs of many people, each with a key of its own. */
async function measureOurs(world) {
  const [{ orgId, volunteerIds, actionIds }] = world.organizations;
  const people = await Promise.all(
    volunteerIds.map(async (userId) => `Bearer ${await world.signToken({ orgId, userId })}`),
  );
  let sent = 0;
  const someone = () => {
    const person = (sent += 1) % people.length;
    return {
      authorization: people[person],
      'x-forwarded-for': `10.${person >> 8}.${(sent >> 8) & 255}.${sent & 255}`,
    };
  };
  const base = `${world.servers[0].url}/v1`;
  const read = () => ({ url: `${base}/feed`, headers: someone() });
  const write = () => {
    const actionId = actionIds[sent % actionIds.length];
    return {
      url: `${base}/perform/${actionId}`,
      method: 'POST',
      headers: { ...someone(), 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ result: { kind: 'open_webpage', outcome: 'opened' } }),
    };
  };
  return measure(read, write);
}

const rows = [];
const show = (name, { reads, writes }) => {
  const base = rows[0]?.figures ?? { reads, writes };
  rows.push({ name, figures: { reads, writes } });
  const line = (what, figure, bare) =>
    `  ${what}  ${figure.perSecond.toFixed(0).padStart(6)}/s  ${(figure.perSecond / bare.perSecond).toFixed(2)} of bare  ` +
    `median ${figure.median.toFixed(1)} ms  p99 ${figure.p99.toFixed(1)} ms  failed ${figure.failed}`;
  console.log(`${name}\n${line('reads ', reads, base.reads)}\n${line('writes', writes, base.writes)}`);
};

const settings = { volunteers, actions: 20 };
const world = await openWorld({ ...options.world, ...settings });
try {
  if (world.cluster !== undefined) show('bare Hono and pg', await measureBare(world.cluster.url));
  show('Groundswell on PostgreSQL', await measureOurs(world));
} finally {
  await world.close();
}
const embedded = await openWorld({ ...options.world, ...settings, database: 'pglite' });
try {
  show('Groundswell on PGlite', await measureOurs(embedded));
} finally {
  await embedded.close();
}
process.exitCode = rows.every(({ figures }) => figures.reads.failed + figures.writes.failed === 0) ? 0 : 1;
