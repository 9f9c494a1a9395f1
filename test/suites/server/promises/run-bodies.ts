import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { contract, getAudienceExplanation, type Operation } from '../../../../src/contract/index.js';
import { actionIdOf } from './organization-data.js';
import { brokenRequests, hostileBodies } from './hostile-bodies.js';
import { JSON_BODIES } from './json-bodies.js';
import { JSON_VALUES, type JsonCase } from './json-corpus.js';
import { openPromiseWorld, type PromiseWorld } from './promise-world.js';
import { formatRequest, sendRaw, type RawExchange, type RawOptions } from './raw-http.js';

/** What may be wrong on purpose: a handler that reads bodies by itself, one that keeps them, or one that never answers. */
export type BodiesPlant = 'throw' | 'keep' | 'hang';

export interface BodiesOptions {
  readonly postgresUrl: string;
  /** How many times everything is sent. */
  readonly rounds: number;
  /** Whether there are senders who take their time, which takes half a minute. */
  readonly slowly?: boolean;
  /** How many addresses get every body; all unless told. */
  readonly addresses?: number;
  /** Milliseconds after which an answer is no answer. */
  readonly patience?: number;
  readonly plant?: BodiesPlant | undefined;
}

export interface BodiesRun {
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Milliseconds: the longest that an answer took, and of a hundred the second longest. */
  readonly slowest: number;
  readonly p99: number;
  /** Megabytes that are in use afterwards and were not before. */
  readonly grown: number;
  readonly findings: readonly string[];
}

const ORG = 'alder';
/** An answer that takes longer is asked for once more, in case the machine had something else to do. */
const SLOW = 1000;
/** Megabytes that may be in use afterwards and were not before: caches and compiled code. */
const MAY_GROW = 16;

/** Sends what is hard to read to everything that reads bodies, and looks at the answers and at the memory. */
export async function runBodies(options: BodiesOptions): Promise<BodiesRun> {
  const { postgresUrl, rounds, slowly = false, plant } = options;
  const kept: string[] = [];
  const world = await openPromiseWorld({
    ...{ postgresUrl, organizations: [ORG], environment: SMS },
    ...(plant !== undefined && { front: PLANTS[plant](kept) }),
  });
  const bodies = new Bodies(world, (await world.server.listen()).url, options);
  try {
    await bodies.round();
    const before = usedMegabytes();
    for (let round = 1; round < rounds; round += 1) await bodies.round();
    if (slowly) await bodies.sendSlowly();
    const grown = usedMegabytes() - before;
    if (grown > MAY_GROW) bodies.find('memory', `${Math.round(grown)} MB more than before are in use`);
    if (!isClean()) bodies.find('memory', 'every object has got a new member');
    return { ...bodies.summary(), grown };
  } finally {
    await world.close();
  }
}

/** Text messages are on, so that their webhook is there too. */
const SMS = { SMS_ACCOUNT_ID: 'AC1', SMS_AUTH_TOKEN: 'not-so-secret', SMS_FROM: '+15005550006' };

const isClean = (): boolean =>
  Object.keys(Object.prototype).length === 0 && !('isAdmin' in {}) && !('x' in {});

/** What is in use once everything is collected that nobody needs any more. */
function usedMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

class Bodies {
  readonly #findings = new Set<string>();
  readonly #statuses = new Map<number, number>();
  readonly #times: number[] = [];
  #sent = 0;

  constructor(
    readonly world: PromiseWorld,
    readonly url: string,
    readonly options: BodiesOptions,
  ) {}

  find(what: string, words: string): void {
    this.#findings.add(`${what}: ${words}`);
  }

  summary(): Omit<BodiesRun, 'grown'> {
    const times = this.#times.toSorted((a, b) => a - b);
    return {
      sent: this.#sent,
      byStatus: Object.fromEntries([...this.#statuses].sort(([a], [b]) => a - b)),
      slowest: Math.round(times.at(-1) ?? 0),
      p99: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
      findings: [...this.#findings],
    };
  }

  async round(): Promise<void> {
    await this.world.refill(ORG);
    await this.world.signAnew();
    for (const one of JSON_VALUES) await this.#sendJson(one, wrap(one.text));
    for (const one of JSON_BODIES) await this.#sendJson(one, one.text);
    const bodies = hostileBodies();
    for (const { method, path } of addresses().slice(0, this.options.addresses)) {
      await this.world.forgetLimits();
      for (const { name, headers, body } of bodies)
        await this.#send(
          `${name} to ${method} ${path}`,
          formatRequest(method, path, { ...this.#may(), ...headers }, body),
        );
      const head = { ...this.#may(), 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const endless = [...formatRequest(method, path, head), ...Array<Uint8Array>(100).fill(PIECE)];
      await this.#send(`a body without end to ${method} ${path}`, endless, { ends: true });
    }
    for (const { name, text, ends = false } of brokenRequests(EXPLAIN, this.#may().authorization ?? ''))
      await this.#send(name, [Buffer.from(text, 'latin1')], { ends }, true);
    await this.#sendInOneGo();
  }

  /** Whoever may do most, from an address that no one else has. */
  #may(): Readonly<Record<string, string>> & { readonly authorization?: string } {
    const address = `10.${this.#sent % 250}.${(this.#sent >> 8) % 250}.7`;
    return {
      ...this.world.organizations[0]!.headersOf('staff'),
      ...{ 'x-forwarded-for': address, 'if-match': '"1"', 'idempotency-key': `body-key-${this.#sent}` },
    };
  }

  async #sendJson({ verdict }: JsonCase, body: string | Uint8Array): Promise<void> {
    const headers = { ...this.#may(), 'content-type': 'application/json' };
    const what = `the JSON ${JSON.stringify(Buffer.from(body).toString('latin1').slice(0, 80))}`;
    if (this.#sent % 200 === 0) await this.world.forgetLimits();
    const { answers } = await this.#send(what, formatRequest('POST', EXPLAIN, headers, body));
    const status = answers[0]?.status ?? 0;
    const expected = { valid: [200], invalid: [400], either: [200, 400, 422] }[verdict];
    if (!expected.includes(status)) this.find(what, `is ${verdict}, and was answered ${status}`);
  }

  /** Twenty requests one behind the other, without waiting for answers; the last one hangs up. */
  async #sendInOneGo(): Promise<void> {
    const requests = Array.from({ length: 20 }, (_, index) =>
      formatRequest('GET', '/v1/feed?limit=1', {
        ...this.world.organizations[0]!.headersOf('visitor'),
        connection: index === 19 ? 'close' : 'keep-alive',
      }),
    );
    const { answers } = await this.#send('20 requests in one go', [requests.flat().join('')]);
    const right = answers.filter(({ status }) => status === 200).length;
    if (right !== 20) this.find('20 requests in one go', `${right} were answered`);
  }

  /** Headers and bodies that come byte by byte, many at once; somebody else is served meanwhile. */
  async sendSlowly(): Promise<void> {
    const whole = formatRequest(
      'POST',
      EXPLAIN,
      { ...this.#may(), 'content-type': 'application/json' },
      `{"x":"${'a'.repeat(300)}"}`,
    );
    const bytes = Array.from(Buffer.concat(whole.map((part) => Buffer.from(part))), (byte) =>
      String.fromCharCode(byte),
    );
    const head = bytes.slice(0, 200);
    const [first, ...rest] = [whole[0]!, ...bytes.slice(-300)];
    const slow = { pause: 250, patience: 60_000 };
    const senders = Array.from({ length: 20 }, (_, index) =>
      this.#send(
        index % 2 === 0 ? 'headers that take their time' : 'a body that takes its time',
        index % 2 === 0 ? head : [first, ...rest],
        slow,
      ),
    );
    const { ms } = await this.#send('somebody beside slow senders', formatRequest('GET', '/healthz', {}));
    if (ms > SLOW) this.find('somebody beside slow senders', `waited ${Math.round(ms)} ms`);
    for (const { answers } of await Promise.all(senders))
      if (answers[0]?.status !== 408)
        this.find('a slow sender', `was answered ${answers[0]?.status ?? 'nothing'}`);
  }

  /** Sends, and looks at what any answer must be. */
  async #send(
    what: string,
    parts: readonly (string | Uint8Array)[],
    options: RawOptions = {},
    mayHangUp = false,
  ): Promise<RawExchange> {
    const send = () => {
      this.#sent += 1;
      return sendRaw(this.url, parts, { patience: this.options.patience ?? 30_000, ...options });
    };
    let exchange = await send();
    if (exchange.ms > SLOW && options.pause === undefined) exchange = await send();
    const { answers, ms } = exchange;
    if (options.pause === undefined) {
      this.#times.push(ms);
      if (ms > SLOW) this.find(what, `took ${Math.round(ms)} ms`);
    }
    if (answers.length === 0 && !mayHangUp) this.find(what, 'was not answered');
    for (const { status, type } of answers) {
      this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
      if (status >= 500 && status !== 501) this.find(what, `was answered ${status}`);
      // The provider of text messages reads no words, and HTTP itself refuses some.
      const isPlain = status < 400 || status === 417 || what.includes(WEBHOOKS) || what === 'no host';
      if (!isPlain && type !== 'application/problem+json')
        this.find(what, `was answered ${status} as ${type}`);
    }
    return exchange;
  }
}

/** What JSON in all its forms is sent to, and what faults are planted in. */
const EXPLAIN = `/v1${getAudienceExplanation.path}`;

const WEBHOOKS = '/webhooks/sms/';

/** 64 KB of a body that says no end. */
const PIECE = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'a'), Buffer.from('\r\n')]);

const wrap = (text: string | Uint8Array): string | Uint8Array =>
  typeof text === 'string' ? `{"visibility":"public","x":${text}}` : text;

interface Address {
  readonly method: string;
  readonly path: string;
}

/** Everything that takes a body. */
function addresses(): readonly Address[] {
  const id = actionIdOf(ORG, 'survey', 'draft');
  const operations = Object.values<Operation>(contract)
    .filter(({ method }) => method === 'POST' || method === 'PUT')
    // One comes first. Whoever ends their session would be nobody for all that comes behind it.
    .filter(({ name }) => name !== 'signIn.end' && name !== getAudienceExplanation.name)
    .map(({ method, path }) => ({ method, path: `/v1${path.replaceAll(/\{\w+\}/g, id)}` }));
  return [
    { method: 'POST', path: EXPLAIN },
    { method: 'POST', path: '/v1/media' },
    { method: 'PATCH', path: '/v1/media/nothing' },
    { method: 'POST', path: `${WEBHOOKS}${ORG}/inbound` },
    { method: 'POST', path: '/v1/session/refresh' },
    { method: 'POST', path: '/v1/changes/stream' },
    { method: 'POST', path: '/healthz' },
    { method: 'POST', path: '/nothing' },
    { method: 'GET', path: '/v1/feed' },
    { method: 'DELETE', path: `/v1/actions/${id}` },
    ...operations,
  ];
}

type Front = (request: Request) => Promise<Response | undefined>;

const isPlanted = (request: Request): boolean =>
  request.method === 'POST' && new URL(request.url).pathname === EXPLAIN;

/** Faults that are put before the server. */
const PLANTS: Readonly<Record<BodiesPlant, (kept: string[]) => Front>> = {
  throw: () => async (request) => (isPlanted(request) ? Response.json(await request.json()) : undefined),
  keep: (kept) => async (request) => {
    if (isPlanted(request)) kept.push(`kept: ${await request.clone().text()}`);
    return undefined;
  },
  // Only for some, because each of them has to be waited for.
  hang: () => (request) =>
    isPlanted(request) && request.headers.has('content-encoding')
      ? new Promise(() => undefined)
      : Promise.resolve(undefined),
};
