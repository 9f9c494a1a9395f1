import { contract, mayCall, type Caller, type Operation } from '../../../../src/contract/index.js';
import type { ActionKind } from '../../../../src/domain/index.js';
import { encodeCall } from '../../../../src/http/encode-call.js';
import { CODE } from './arbitrary-request.js';
import { collectCursors } from './collect-cursors.js';
import { fillInput, put, type FilledInput, type Position } from './fill-input.js';
import { actionIdOf, idOf, SEEDED_STATUSES, type Noun, type SeededStatus } from './organization-data.js';
import { WHO, type PromiseWorld, type Who, type WorldOrganization } from './promise-world.js';
import { findChanged, listTables, readContents } from './watch-tables.js';

/** What came of asking with ids of others. */
export interface CrossingReport {
  readonly operations: number;
  /** Places of ids in inputs, over all operations. */
  readonly positions: number;
  readonly calls: number;
  /** Calls that would have worked with ids of one's own, as proof that the others were refused for the ids alone. */
  readonly ownCalls: number;
  readonly findings: readonly string[];
}

/** An organization that nobody has: its ids are as unknown as ids can be. */
const NOWHERE = 'nowhere';

/** In which status an action of one's own must be, for the operation to work. */
const NEEDED_STATUS: Readonly<Record<string, SeededStatus>> = {
  ...{ 'actions.publish': 'draft', 'actions.schedule': 'draft', 'actions.send': 'draft' },
  'actions.update': 'draft',
  ...{ 'actions.unschedule': 'scheduled', 'actions.reopen': 'closed' },
};

/** The last thing that a session does. */
const ENDS_SESSION = 'signIn.end';

const OPERATIONS: readonly Operation[] = Object.values<Operation>(contract).toSorted(
  (a, b) => Number(a.name === ENDS_SESSION) - Number(b.name === ENDS_SESSION),
);

interface Asking {
  readonly own: WorldOrganization;
  readonly who: Who;
  /** Whose key the request carries beside its token; nobody's, unless told. */
  readonly beside?: WorldOrganization;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks as everybody in some organizations for everything, with ids of all the others in every place that takes one. */
export class CrossingMatrix {
  readonly findings: string[] = [];
  calls = 0;
  #keys = 0;
  #crossings = 0;

  /** @param every - 1 for all crossings, 5 for each fifth. */
  constructor(
    readonly world: PromiseWorld,
    readonly cursors: ReadonlyMap<string, string>,
    readonly every = 1,
  ) {}

  /** Every operation as one caller; afterwards nothing of the others may have changed. */
  async cross(asking: Asking, others: readonly WorldOrganization[]): Promise<void> {
    const { database, forgetLimits, signAnew } = this.world;
    const crossing = { asking, others };
    const tables = await listTables(database);
    const read = () => Promise.all(others.map(({ id }) => readContents(database, tables, id)));
    await signAnew();
    let before = await read();
    for (const operation of OPERATIONS) {
      for (const filled of fillInput(operation)) {
        await forgetLimits(asking.own.id);
        await this.#crossWith(operation, filled, crossing);
      }
      const after = await read();
      for (const [index, { id }] of others.entries())
        for (const table of findChanged(before[index]!, after[index]!))
          this.#find(operation, asking, `changed ${table} of ${id}`);
      before = after;
    }
  }

  async #crossWith(
    operation: Operation,
    filled: FilledInput,
    { asking, others }: { readonly asking: Asking; readonly others: readonly WorldOrganization[] },
  ): Promise<void> {
    if (filled.positions.length === 0) {
      const answer = await this.ask(operation, asking, await this.#ownInput(operation, filled, asking));
      this.#judge(operation, asking, { answer, sent: [] });
    }
    for (const position of filled.positions)
      for (const other of others)
        for (const status of position.noun === 'action' ? SEEDED_STATUSES : (['draft'] as const))
          await this.#crossAt(operation, filled, { asking, position, other, status });
  }

  async #crossAt(
    operation: Operation,
    filled: FilledInput,
    at: { asking: Asking; position: Position; other: WorldOrganization; status: SeededStatus },
  ): Promise<void> {
    if ((this.#crossings += 1) % this.every !== 0) return;
    const { asking, position, other, status } = at;
    const isInPath = operation.path.includes(`{${String(position.path[0])}}`);
    const askWith = async (org: string): Promise<Crossing> => {
      const own = await this.#ownInput(operation, filled, asking);
      const id = this.#idIn(org, position.noun, { operation, kind: filled.kind, status });
      const versioned = operation.versioned && isInPath ? { ...own, version: 1 } : own;
      const answer = await this.ask(operation, asking, put(versioned, position.path, id));
      return { answer, sent: [id] };
    };
    const [unknown, foreign] = [await askWith(NOWHERE), await askWith(other.id)];
    this.#judge(operation, asking, foreign, { position, isInPath, unknown });
  }

  #judge(operation: Operation, asking: Asking, { answer, sent }: Crossing, at?: Judged): void {
    const find = (words: string) => this.#find(operation, asking, words, at?.position);
    const leaked = this.#findForeign(asking.own, answer, sent);
    if (leaked !== undefined) find(`answered with something of ${leaked}`);
    const refusal = refusalOf(operation, asking);
    if (refusal !== undefined) {
      if (answer.status !== refusal) find(`answered ${answer.status} instead of ${refusal}`);
    } else if (at !== undefined && at.position.noun !== 'cursor') {
      if (at.isInPath && answer.status !== 404) find(`answered ${answer.status} instead of 404`);
      const [here, there] = [{ answer, sent }, at.unknown].map(withoutIds);
      if (here !== there) find(`told the id from an unknown one: ${here} instead of ${there}`);
      if (answer.status === 422 && !answer.text.includes(unknownAt(at.position)))
        find(`answered ${answer.text} without naming the field`);
    }
  }

  /** The name of another organization in an answer, once what was sent is taken out of it. */
  #findForeign(own: WorldOrganization, { text }: Answer, sent: readonly string[]): string | undefined {
    const rest = sent.reduce((left, id) => left.replaceAll(id, ''), text).toLowerCase();
    return this.world.organizations.find(({ id }) => id !== own.id && rest.includes(id))?.id;
  }

  #find(operation: Operation, { own, who, beside }: Asking, words: string, position?: Position): void {
    const key = beside === undefined ? '' : ` with the key of ${beside.id}`;
    const at = position === undefined ? '' : ` at ${position.path.join('.')}`;
    this.findings.push(`${operation.name}${at} as ${who} of ${own.id}${key} ${words}`);
  }

  /** Asks, and answers what came as text. */
  async ask(operation: Operation, { own, who, beside }: Asking, input: object): Promise<Answer> {
    const { method, path, headers, body } = encodeCall(operation, input, this.#newKey(operation));
    this.calls += 1;
    const request = new Request(`http://localhost:8080/v1${path}`, {
      method,
      headers: {
        ...headers,
        ...own.headersOf(who),
        ...(beside && { 'groundswell-key': beside.key }),
        'x-forwarded-for': `10.9.${this.calls % 251}.${(this.calls >> 8) % 251}`,
      },
      ...(body !== undefined && { body }),
    });
    const response = await this.world.server.fetch(request);
    return { status: response.status, text: await response.text() };
  }

  #newKey({ idempotent }: Operation): string | undefined {
    return idempotent ? `crossing-key-${(this.#keys += 1)}` : undefined;
  }

  /** An input in which every id is one's own, and right. */
  async #ownInput(operation: Operation, filled: FilledInput, { own }: Asking): Promise<object> {
    const status = NEEDED_STATUS[operation.name] ?? 'published';
    let input: object = { ...filled.value };
    for (const { path, noun } of filled.positions)
      input = put(
        input,
        path,
        noun === 'cursor' ? undefined : this.#idIn(own.id, noun, { operation, kind: filled.kind, status }),
      );
    if ('email' in input) input = { ...input, email: `volunteer@${own.id}.example` };
    if ('code' in input && operation.name === 'signIn.exchange') input = { ...input, code: CODE };
    const { id } = input as { readonly id?: string };
    return operation.versioned ? { ...input, version: await this.#versionOf(own.id, id ?? '') } : input;
  }

  #idIn(org: string, noun: Noun, { operation, kind, status }: About): string {
    if (noun === 'action') return actionIdOf(org, kind ?? 'social_sharing', status);
    if (noun !== 'cursor') return idOf(org, noun);
    return this.cursors.get(`${operation.name} ${org}`) ?? 'no-cursor';
  }

  async #versionOf(org: string, id: string): Promise<number> {
    const row = await this.world.database.inOrganization(org, 'read', (rows) =>
      rows
        .selectFrom('actions')
        .select('version')
        .where('org_id', '=', org)
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    return row?.version ?? 1;
  }

  /** Everything once more with ids of one's own. Answers how many of the calls worked. */
  async askForOwn(asking: Asking): Promise<number> {
    let worked = 0;
    for (const operation of OPERATIONS)
      for (const filled of fillInput(operation)) {
        // What was asked for the code must still be there when it is used.
        if (operation.name !== 'signIn.exchange') await this.world.refill(asking.own.id);
        const input = await this.#ownInput(operation, filled, asking);
        const { status, text } = await this.ask(operation, asking, input);
        if (status === 200) worked += 1;
        else this.#find(operation, asking, `should have worked, and was answered ${status} ${text}`);
      }
    return worked;
  }
}

interface About {
  readonly operation: Operation;
  readonly kind: ActionKind | undefined;
  readonly status: SeededStatus;
}

interface Crossing {
  readonly answer: Answer;
  readonly sent: readonly string[];
}

interface Judged {
  readonly position: Position;
  readonly isInPath: boolean;
  /** What was answered to an id that nobody has. */
  readonly unknown: Crossing;
}

/** With which status a caller is refused whatever the ids are. */
function refusalOf({ access }: Operation, { who, beside }: Asking): 401 | 403 | undefined {
  if (beside !== undefined) return 401;
  const role = who === 'partner' ? 'volunteer' : who;
  if (mayCall({ role } as Caller, access)) return undefined;
  return role === 'visitor' ? 401 : 403;
}

const unknownAt = ({ path }: Position): string => `{"path":"${path.join('.')}","code":"unknown-reference"}`;

/** An answer without what differs from one call to the next: the ids that were sent, new ids, times, versions. */
function withoutIds({ answer, sent }: Crossing): string {
  const text = sent.reduce((left, id) => left.replaceAll(id, '<sent>'), answer.text);
  return `${answer.status} ${text
    .replaceAll(/"[\w-]{22}"/g, '"<new>"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/"(version|performs|recorded)":\d+/g, '"$1":0')}`;
}

/** The whole matrix: from so many organizations, as everybody, with ids of all others; or each so-many-th of it. */
export async function crossOrganizations(
  world: PromiseWorld,
  { from, every = 1 }: { readonly from: number; readonly every?: number },
): Promise<CrossingReport> {
  const matrix = new CrossingMatrix(
    world,
    await collectCursors(world, new CrossingMatrix(world, new Map())),
    every,
  );
  const filled = OPERATIONS.flatMap(fillInput);
  for (const own of world.organizations.slice(0, from)) {
    const others = world.organizations.filter(({ id }) => id !== own.id);
    for (const who of WHO) await matrix.cross({ own, who }, others);
    for (const who of ['staff', 'partner'] as const)
      await matrix.cross({ own, who, beside: others[0]! }, others);
  }
  await world.signAnew();
  const ownCalls = await matrix.askForOwn({ own: world.organizations.at(-1)!, who: 'staff' });
  return {
    operations: OPERATIONS.length,
    positions: filled.reduce((sum, { positions }) => sum + positions.length, 0),
    calls: matrix.calls,
    ownCalls,
    findings: matrix.findings,
  };
}
