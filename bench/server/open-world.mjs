import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../scripts/postgres-cluster.mjs';
import { makeCampaign } from './bench-campaign.mjs';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { runCommand, ServerProcess } from './server-process.mjs';

/** The address by which every process signs and knows tokens, wherever it listens. */
const PUBLIC_URL = 'http://127.0.0.1';

/** Where `world.servers` answers, before a client has chosen one of them. */
const SOME_SERVER = 'http://some-server.invalid';

/**
 * @typedef {object} WorldOptions
 * @property {'postgres' | 'pglite'} [database]
 * @property {boolean} [durable] Whether PostgreSQL waits for the disk at each commit, as in production.
 * @property {boolean} [build] Whether to build what is not built, or older than its sources.
 * @property {number} [processes] How many processes serve; PGlite bears one.
 * @property {number} [organizations] `org-1`, `org-2` and so on.
 * @property {number} [staff] @property {number} [volunteers] @property {number} [actions] Of each organization.
 * @property {Record<string, string>} [environment] Further settings of the processes.
 */

/**
 * Servers as a partner runs them, in processes of their own over a database of their own, with people in it. Without
 * PostgreSQL on this machine it says so and ends the script, as fine.
 *
 * @param {WorldOptions} [options]
 */
export async function openWorld(options = {}) {
  const {
    database: kind = 'postgres',
    durable = true,
    processes = 1,
    environment = {},
    build = true,
  } = options;
  if (kind === 'pglite' && processes > 1) throw new Error('PGlite is for one process.');
  if (build) await ensureBuilt();
  const cluster = kind === 'postgres' ? await startCluster({ durable }) : undefined;
  if (kind === 'postgres' && cluster === undefined) {
    console.log('PostgreSQL is not installed here: not run. With --database pglite it runs without.');
    process.exit(0);
  }
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
  chmodSync(folder, 0o700);
  const clear = once(() => {
    cluster?.remove();
    // Whoever was killed a moment ago may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  process.once('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const settings = {
    ...{ NODE_ENV: 'development', GROUNDSWELL_DATA: folder, GROUNDSWELL_PUBLIC_URL: PUBLIC_URL },
    ...{ GROUNDSWELL_SECRET: randomBytes(32).toString('base64url'), LOG_LEVEL: 'warn', TRUSTED_PROXIES: '1' },
    ...(cluster === undefined ? {} : { DATABASE_URL: cluster.url }),
    ...environment,
  };
  const world = new World({ settings, kind, cluster, clear });
  await world.fill(options);
  world.servers = Array.from(
    { length: processes },
    (_, index) => new ServerProcess(settings, join(folder, `server-${index + 1}.log`)),
  );
  await Promise.all(world.servers.map((server) => server.start()));
  return world;
}

function once(work) {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

class World {
  /** @type {ServerProcess[]} */
  servers = [];
  /** `{ orgId, key, staffIds, volunteerIds, actionIds, listId }`, `key` being publishable and for any page. */
  organizations = [];
  /** The PostgreSQL server, to stop and start; undefined with PGlite. */
  cluster;
  settings;
  kind;
  #clear;
  #signToken;
  #addresses = 0;

  constructor({ settings, kind, cluster, clear }) {
    Object.assign(this, { settings, kind, cluster });
    this.#clear = clear;
  }

  /** Makes the tables, the organizations, and a session for everybody. */
  async fill({ organizations = 1, staff = 4, volunteers = 16, actions = 2 }) {
    const made = Array.from({ length: organizations }, (_, index) =>
      makeCampaign(`org-${index + 1}`, { staff, volunteers, actions }),
    );
    await this.withDatabase(async (database) => {
      const [{ campaignData, seedStore }, { migrate }, { createPostgresStore }, { openIdentity }, keys] =
        await Promise.all([
          import('../../dist/esm/src/backend/index.js'),
          import('../../server/dist/database/migrate.js'),
          import('../../server/dist/store/create-store.js'),
          import('../../server/dist/identity/open-identity.js'),
          import('../../server/dist/identity/publishable-keys.js'),
        ]);
      await migrate(database);
      const store = createPostgresStore(database, { messages: () => ({ add: () => Promise.resolve() }) });
      for (const { data, ...organization } of made) {
        const { orgId } = organization;
        await seedStore(store, campaignData.parse(data));
        await openSessions(database, organization);
        const key = await keys.createPublishableKey({ database, now: () => new Date() }, orgId, ['*']);
        this.organizations.push({ ...organization, key });
      }
      const { GROUNDSWELL_SECRET: secret } = this.settings;
      // Once it has its key it asks the database no more, which PGlite lends to one process at a time.
      ({ signToken: this.#signToken } = await openIdentity({ database, secret, issuer: PUBLIC_URL }));
    });
  }

  /**
   * Does something with the database itself, beside the servers. With PGlite they must be stopped.
   * @template T @param {(database: import('../../server/src/database/database.js').Database) => Promise<T>} work
   */
  async withDatabase(work) {
    const { readSettings, openDatabase } = await import('../../server/dist/index.js');
    const database = await openDatabase(readSettings(this.settings, { purpose: 'data' }).database);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  /** Stops every process in order, does something with the database while nobody else has it, and starts them again. */
  async whileStopped(work) {
    await Promise.all(this.servers.map((server) => server.stop()));
    const answer = await work();
    await Promise.all(this.servers.map((server) => server.start()));
    return answer;
  }

  /** Runs `groundswell` with these arguments on the same database; with PGlite the servers must be stopped. */
  run(...args) {
    return runCommand(this.settings, ...args);
  }

  /** A token for the next fifteen minutes of somebody whose session was made with the world. */
  async signToken({ orgId = 'org-1', userId, role = roleOf(userId) }) {
    const claims = { campaignId: orgId, userId, role, sessionId: sessionOf(userId), language: 'en' };
    return (await this.#signToken(claims)).token;
  }

  /**
   * `fetch` as somebody with an address of their own, so that limits by address count each of them apart.
   *
   * @param {{ pick?: () => ServerProcess, key?: string, through?: typeof fetch }} [options] Which process each request
   *   goes to, the publishable key that it carries, and what sends it.
   */
  createFetch({ pick = () => this.servers[0], key, through = fetch } = {}) {
    const number = (this.#addresses += 1);
    const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    return (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('x-forwarded-for', address);
      if (key !== undefined) headers.set('groundswell-key', key);
      return through(String(url).replace(SOME_SERVER, pick().url), { ...init, headers });
    };
  }

  /**
   * A client of somebody: of a person of the world by `userId`, else of a visitor, by `guestId` a known one.
   *
   * @param {{ orgId?: string, userId?: string, role?: string, guestId?: string, pick?: () => ServerProcess,
   *   through?: typeof fetch } & Partial<import('@groundswell/elements/http-client').HttpClientOptions>} [options]
   */
  async createClient({ orgId = 'org-1', userId, role, pick, through, ...options } = {}) {
    const { createHttpClient } = await import('../../dist/esm/src/http-client.js');
    const { key } = this.organizations.find((organization) => organization.orgId === orgId);
    const who = userId === undefined ? {} : { getToken: () => this.signToken({ orgId, userId, role }) };
    return createHttpClient({
      baseUrl: `${SOME_SERVER}/v1`,
      fetch: this.createFetch({ pick, key, through }),
      ...who,
      ...options,
    });
  }

  /** The operations of the contract. */
  async loadContract() {
    return (await import('../../dist/esm/src/contract/index.js')).contract;
  }

  /** Ends everything and leaves nothing behind. */
  async close() {
    await Promise.all(this.servers.map((server) => server.kill()));
    this.#clear();
  }
}

const sessionOf = (userId) => `session-${userId}`;
const roleOf = (userId) => (/-staff-\d+$/.test(userId) ? 'staff' : 'volunteer');

async function openSessions(database, { orgId, staffIds, volunteerIds }) {
  const now = Date.now();
  const values = [...staffIds, ...volunteerIds].map((userId) => ({
    ...{ org_id: orgId, id: sessionOf(userId), user_id: userId, ended_at: null },
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + 86_400_000).toISOString(),
  }));
  await database.inOrganization(orgId, 'write', (rows) =>
    rows.insertInto('sessions').values(values).execute(),
  );
}
