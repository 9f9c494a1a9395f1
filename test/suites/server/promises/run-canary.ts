import { Writable } from 'node:stream';

import { sql } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';

import { keepHouse } from '../../../../server/src/jobs/keep-house.js';
import { createLog } from '../../../../server/src/log/create-log.js';
import { startMailServer } from '../mail-server.js';
import { Journey } from './canary-journey.js';
import { Marks } from './canary-marks.js';
import { readActivity, readDatabaseLog, searchFiles, searchTables } from './canary-search.js';
import { actionIdOf } from './organization-data.js';
import { openPromiseWorld, type PromiseWorld } from './promise-world.js';

/** What may be wrong on purpose: a line of the log with an address in it, or an answer that repeats what was typed. */
export type CanaryPlant = 'log' | 'answer';

export interface CanaryOptions {
  readonly postgresUrl: string;
  /** How many times everything is done. */
  readonly rounds: number;
  /** Stops and starts the PostgreSQL server, where nobody else uses it; connections are cut off in any case. */
  readonly outage?: { readonly stop: () => void; readonly start: () => void };
  readonly plant?: CanaryPlant | undefined;
}

export interface CanaryRun {
  readonly requests: number;
  readonly logLines: number;
  /** Characters that were looked through, outside the database. */
  readonly searched: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly findings: readonly string[];
}

const SMS_TOKEN = 'not-so-secret';
const DAY = 86_400_000;

/** Lets somebody do everything with a mark in each personal thing, and looks for the marks where they may not be. */
export async function runCanary(options: CanaryOptions): Promise<CanaryRun> {
  const { postgresUrl, rounds, outage, plant } = options;
  const marks = new Marks(String(Date.now()).slice(-5));
  const written = new Written();
  const log = createLog({ level: 'trace', destination: written.stream });
  const mails = await startMailServer();
  let isCrashing = false;
  let ids = 0;
  const world = await openPromiseWorld({
    ...{ postgresUrl, organizations: ['alder', 'birch'], log, newCode: () => marks.of('code') },
    environment: {
      ...{ SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'act@alder.example', LOG_LEVEL: 'trace' },
      ...{ SMS_ACCOUNT_ID: 'AC1', SMS_AUTH_TOKEN: SMS_TOKEN, SMS_FROM: '+15005550006' },
    },
    newId: () => {
      if (isCrashing)
        throw new Error(`nobody foresaw ${marks.of('crash')}`, { cause: new Error(marks.of('crash')) });
      return `canary-id-${(ids += 1)}`;
    },
    ...(plant !== undefined && { front: PLANTS[plant](log) }),
  });
  const { url } = await world.server.listen();
  const journey = new Journey({ world, url, marks, mails, smsToken: SMS_TOKEN });
  const others = new Others(world, url);
  try {
    await others.listen();
    for (let round = 0; round < rounds; round += 1) {
      await world.forgetLimits();
      await sql`delete from sign_in_codes`.execute(world.database.owner);
      await journey.makeAll();
      isCrashing = true;
      await journey.hurry();
      isCrashing = false;
      await Promise.all([journey.hurry(), cutOff(world)]);
      if (outage !== undefined) {
        outage.stop();
        await journey.hurry();
        outage.start();
      }
    }
    await waitForMessages(world);
    await others.look();
    const findings = await findMarks({ world, marks, written, journey, others });
    await keepHouse({ database: world.database, now: () => new Date(Date.now() + 31 * DAY) });
    findings.push(...(await searchTables(world, marks, true)));
    return { ...summarize(journey, written), findings: [...new Set(findings)] };
  } finally {
    await others.leave();
    await world.close();
    await mails.close();
    written.close();
  }
}

/** Everything that this process writes down: the log, and what is written past it. */
class Written {
  text = '';
  readonly stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      this.text += chunk.toString();
      done();
    },
  });
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const channel of [process.stdout, process.stderr]) {
      const write = channel.write.bind(channel);
      channel.write = (chunk: string | Uint8Array, ...rest: never[]) => {
        this.text += `${Buffer.from(chunk as Uint8Array).toString()}\n`;
        return write(chunk, ...rest);
      };
      this.#restore.push(() => void (channel.write = write));
    }
  }

  close(): void {
    for (const restore of this.#restore) restore();
  }
}

/** Everybody else: what they are told holds nothing of the person. */
class Others {
  heard = '';
  readonly #readers: ReadableStreamDefaultReader<Uint8Array>[] = [];

  constructor(
    readonly world: PromiseWorld,
    readonly url: string,
  ) {}

  /** Hears what changes while everything is done. */
  async listen(): Promise<void> {
    for (const { headersOf } of this.world.organizations)
      for (const who of ['visitor', 'staff'] as const) {
        const response = await fetch(`${this.url}/v1/changes/stream`, { headers: headersOf(who) });
        const reader = (response.body as ReadableStream<Uint8Array>).getReader();
        this.#readers.push(reader);
        void this.#hear(reader);
      }
  }

  async #hear(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) return;
      this.heard += Buffer.from(value ?? []).toString();
    }
  }

  async look(): Promise<void> {
    await this.world.signAnew();
    const [own, other] = this.world.organizations;
    const paths = [
      '/v1/feed',
      '/v1/session',
      '/v1/changes',
      `/v1/feed/${actionIdOf('alder', 'survey', 'published')}`,
    ];
    const asked = [
      ...(['visitor', 'volunteer'] as const).map((who) => own!.headersOf(who)),
      ...(['visitor', 'volunteer', 'staff'] as const).map((who) => other!.headersOf(who)),
    ];
    for (const headers of asked)
      for (const path of [
        ...paths,
        '/v1/users',
        `/v1/actions/${actionIdOf('alder', 'survey', 'published')}/results`,
      ])
        this.heard += await (await fetch(`${this.url}${path}`, { headers })).text();
  }

  async leave(): Promise<void> {
    for (const reader of this.#readers) await reader.cancel().catch(() => undefined);
  }
}

/** Ends every connection to the database, again and again, as a proxy does that is restarted. */
async function cutOff({ databaseUrl }: PromiseWorld): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'canary' });
  await client.connect();
  for (let time = 0; time < 4; time += 1) {
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await client.query('select pg_sleep(0.05)');
  }
  await client.end();
}

/** Codes that were sent are gone at once, so nothing may wait any more when the tables are looked at. */
async function waitForMessages({ database }: PromiseWorld): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const { rows } = await sql`select 1 from messages where state in ('queued', 'sending')`
      .execute(database.owner)
      .catch(() => ({ rows: ['not reached'] }));
    if (rows.length === 0) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error('Messages are still waiting.');
}

interface Searched {
  readonly world: PromiseWorld;
  readonly marks: Marks;
  readonly written: Written;
  readonly journey: Journey;
  readonly others: Others;
}

async function findMarks({ world, marks, written, journey, others }: Searched): Promise<string[]> {
  const metrics = await (await fetch(`${others.url}/metrics`)).text();
  const places = new Map([
    ['the log', written.text],
    ['the metrics', metrics],
    ['what others hear', others.heard],
    ['the activity of the database', await readActivity(world)],
    ['the log of the database', await readDatabaseLog(world)],
  ]);
  const findings = [...places].flatMap(([place, text]) =>
    marks.findIn(text).map((mark) => `${mark} is in ${place}: ${around(text, marks, mark)}`),
  );
  for (const { what, status, headers, text } of journey.heard) {
    const said = status >= 400 ? `${headers}\n${text}` : headers;
    // A page may read its own answer: its origin comes back for that.
    for (const mark of marks.findIn(said))
      if (mark !== 'origin')
        findings.push(`${mark} is in the answer ${status} to ${what}: ${said.slice(0, 400)}`);
  }
  return [...findings, ...(await searchTables(world, marks, false)), ...searchFiles(world.folder, marks)];
}

const around = (text: string, marks: Marks, mark: ReturnType<Marks['findIn']>[number]): string =>
  text
    .split('\n')
    .find((line) => marks.findIn(line).includes(mark))
    ?.slice(0, 400) ?? '';

function summarize({ heard }: Journey, { text }: Written): Omit<CanaryRun, 'findings'> {
  const statuses = new Map<number, number>();
  for (const { status } of heard) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return {
    requests: heard.length,
    logLines: text.split('\n').length,
    searched:
      text.length + heard.reduce((sum, answer) => sum + answer.text.length + answer.headers.length, 0),
    byStatus: Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
  };
}

/** Faults that are put before the server. */
const PLANTS: Readonly<
  Record<CanaryPlant, (log: Logger) => (request: Request) => Promise<Response | undefined>>
> = {
  log: (log) => (request) => {
    log.debug(`asked for ${request.url}`);
    return Promise.resolve(undefined);
  },
  answer: () => (request) => {
    const search = new URL(request.url).searchParams.get('search');
    const title = `nothing is called ${search ?? ''}`;
    return Promise.resolve(search === null ? undefined : Response.json({ title }, { status: 422 }));
  },
};
