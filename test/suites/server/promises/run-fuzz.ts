import * as fc from 'fast-check';

import { contract } from '../../../../src/contract/index.js';
import { arbitraryCall, CODE, toRequest, type FuzzCall } from './arbitrary-request.js';
import { createAnswerCheck } from './check-answer.js';
import { KeepAlive } from './keep-alive.js';
import { openPromiseWorld, type PromiseWorld, type WorldOrganization } from './promise-world.js';

/** What may be wrong on purpose: a handler that throws, an answer of another shape, a status that nobody knows of. */
export type FuzzPlant = 'throw' | 'shape' | 'status';

export interface FuzzOptions {
  readonly postgresUrl: string;
  readonly count: number;
  readonly seed: number;
  readonly plant?: FuzzPlant | undefined;
  /** Told now and then how many were sent. */
  readonly onProgress?: (sent: number) => void;
}

export interface FuzzRun {
  /** Requests that were sent, those of making a failure smaller included. */
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Operations that have answered 200 at least once, and those that never have. */
  readonly answered: number;
  readonly neverAnswered: readonly string[];
  /** The smallest request for each thing that was found, and what was wrong with its answer. */
  readonly findings: readonly string[];
}

/** Sent at once, each to an organization of its own, so that what one does is the same whatever others do. */
const LANES = ['alder', 'birch', 'cedar', 'dogwood'];
/** Requests to an organization before it is filled anew. */
const BATCH = 500;
/** Things that are found before nobody looks any further. */
const ENOUGH = 10;

/** Sends generated requests to a whole server over HTTP, and holds each answer against what the API says of itself. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzRun> {
  const { postgresUrl, count, seed, plant } = options;
  const world = await openPromiseWorld({
    postgresUrl,
    organizations: LANES,
    newCode: () => CODE,
    ...PLANTS[plant ?? 'none'],
  });
  const fuzzer = new Fuzzer(world, (await world.server.listen()).url, options);
  const each = Math.ceil(count / LANES.length);
  try {
    await Promise.all(
      world.organizations.map(async (organization, lane) => {
        for (let done = 0; done < each && fuzzer.findings.size < ENOUGH; done += BATCH)
          await fuzzer.look(organization, Math.min(BATCH, each - done), seed + lane * 1_000_003 + done);
      }),
    );
  } finally {
    fuzzer.close();
    await world.close();
  }
  const byStatus = Object.fromEntries([...fuzzer.statuses].sort(([a], [b]) => a - b));
  return {
    sent: fuzzer.sent,
    byStatus,
    answered: fuzzer.answered.size,
    neverAnswered: Object.keys(contract).filter((name) => !fuzzer.answered.has(name)),
    findings: [...fuzzer.findings.values()],
  };
}

class Fuzzer {
  readonly findings = new Map<string, string>();
  readonly statuses = new Map<number, number>();
  readonly answered = new Set<string>();
  sent = 0;
  readonly #connections: KeepAlive;
  readonly #check = createAnswerCheck();

  constructor(
    readonly world: PromiseWorld,
    url: string,
    readonly options: FuzzOptions,
  ) {
    this.#connections = new KeepAlive(url);
  }

  async look(organization: WorldOrganization, numRuns: number, seed: number): Promise<void> {
    await this.world.refill(organization.id);
    await this.world.signAnew(organization.id);
    const property = fc.asyncProperty(arbitraryCall(organization.id), (call) =>
      this.#ask(organization, call),
    );
    const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns, seed });
    if (!failed || counterexample === null) return;
    const [call] = counterexample;
    const wrong = (errorInstance as Error).message;
    this.findings.set(nameOf(call, wrong), describe(call, wrong, seed));
  }

  async #ask(organization: WorldOrganization, call: FuzzCall): Promise<void> {
    this.sent += 1;
    if (this.sent % 200 === 0) await this.world.forgetLimits();
    if (this.sent % 1000 === 0) this.options.onProgress?.(this.sent);
    const request = toRequest(call);
    const answer = await this.#connections.send({
      ...request,
      path: `/v1${request.path}`,
      headers: {
        ...request.headers,
        ...headersOf(organization, call.who),
        'x-forwarded-for': `10.${this.sent % 250}.${(this.sent >> 8) % 250}.${(this.sent >> 16) % 250}`,
      },
    });
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status === 200) this.answered.add(call.name);
    if (answer.status === 200 && call.name === 'signIn.end') await this.world.signAnew(organization.id);
    const wrong = this.#check(request, answer);
    // What is known already is not looked for again, so that there is something else to find.
    if (wrong !== undefined && !this.findings.has(nameOf(call, wrong))) throw new Error(wrong);
  }

  close(): void {
    this.#connections.close();
  }
}

const nameOf = ({ name }: FuzzCall, wrong: string): string => `${name} ${wrong.slice(0, 3)}`;

function describe(call: FuzzCall, wrong: string, seed: number): string {
  const { method, path, headers, body } = toRequest(call);
  const said = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    `${call.name} as ${call.who} (seed ${seed}) answered ${wrong.slice(0, 500)}`,
    `    ${method} /v1${path.slice(0, 500)}`,
    ...said.map((line) => `    ${line}`),
    ...(body === undefined ? [] : [`    ${body.slice(0, 1000)}`]),
  ].join('\n');
}

function headersOf(organization: WorldOrganization, who: FuzzCall['who']): Readonly<Record<string, string>> {
  if (who === 'nobody') return {};
  return who === 'nonsense' ? { authorization: 'Bearer e30.e30.e30' } : organization.headersOf(who);
}

const feed = (request: Request) => new URL(request.url).pathname === `/v1${contract['feed.list'].path}`;

/** Faults that are put before or into the server. */
const PLANTS: Readonly<Record<FuzzPlant | 'none', object>> = {
  none: {},
  throw: {
    newId: () => {
      throw new Error('a bug');
    },
  },
  shape: {
    front: (request: Request) =>
      Promise.resolve(
        feed(request) ? Response.json({ items: [{ id: 'x' }], nextCursor: null, total: 1 }) : undefined,
      ),
  },
  status: {
    front: (request: Request) =>
      Promise.resolve(
        feed(request)
          ? new Response('{"status":418}', {
              status: 418,
              headers: { 'content-type': 'application/problem+json' },
            })
          : undefined,
      ),
  },
};
