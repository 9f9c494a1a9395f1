import * as fc from 'fast-check';

import { contract, type Operation, type OperationName } from '../../../../src/contract/index.js';
import { ACTION_KINDS } from '../../../../src/domain/index.js';
import { arbitraryInput, type Instead } from '../../arbitrary-input.js';
import { nounOf } from './fill-input.js';
import { breakAt, damage, ODD_TEXTS, ODD_TIMES, oddValue } from './odd-values.js';
import { actionIdOf, idOf, SEEDED_STATUSES, type Noun } from './organization-data.js';
import { WHO, type Who } from './promise-world.js';

/** One call as it will be sent, right or broken. */
export interface FuzzCall {
  readonly name: OperationName;
  readonly who: Who | 'nobody' | 'nonsense';
  readonly input: object;
  readonly key: string | undefined;
  readonly ifMatch: string | undefined;
}

/** The code that everybody signs in with. */
export const CODE = '274916';

/** A call as parts of a request in HTTP. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Calls of every operation for an organization whose ids are known: about half of them as the contract wants them. */
export const arbitraryCall = (org: string): fc.Arbitrary<FuzzCall> =>
  fc.oneof(...Object.values<Operation>(contract).map((operation) => callsOf(operation, org)));

function callsOf(operation: Operation, org: string): fc.Arbitrary<FuzzCall> {
  const right = arbitraryInput(operation, realIds(org));
  const broken = fc.tuple(right, damage).map(([input, how]) => breakAt(input, how));
  const anything = fc.dictionary(fc.string({ maxLength: 10 }), oddValue, {
    maxKeys: 4,
    noNullPrototype: true,
  });
  return fc.record({
    name: fc.constant(operation.name as OperationName),
    who: fc.oneof(
      { weight: 6, arbitrary: fc.constant<FuzzCall['who']>('staff') },
      { weight: 6, arbitrary: fc.constantFrom<FuzzCall['who']>(...WHO) },
      { weight: 1, arbitrary: fc.constantFrom<FuzzCall['who']>('nobody', 'nonsense') },
    ),
    input: fc.oneof(
      { weight: 6, arbitrary: right },
      { weight: 5, arbitrary: broken },
      { weight: 1, arbitrary: anything },
    ),
    key: operation.idempotent ? keys : fc.constant(undefined),
    ifMatch: operation.versioned ? versions : fc.constant(undefined),
  });
}

const keys: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constant('the-same-key-again') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      undefined,
      '',
      'short',
      'k'.repeat(128),
      'k'.repeat(129),
      'with a blank',
      'é'.repeat(9),
    ),
  },
);

const versions: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 3 }).map((version) => `"${version}"`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[undefined, '*', '1', 'W/"1"', '"0"', '"-1"', '"1.5"', '"999999999999999"', '"1", "2"', '"x"'],
    ),
  },
);

/** Ids that are there, mostly; times that are odd, sometimes; texts likewise. */
const realIds =
  (org: string): Instead =>
  (schema, name) => {
    const { def } = schema._zod;
    if (def.type === 'string' && def.format === 'datetime')
      return fc.oneof(
        fc.constantFrom(...ODD_TIMES),
        fc
          .date({ min: new Date('2026-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString()),
      );
    if (def.type !== 'string') return undefined;
    if (name === 'email')
      return fc.constantFrom(`volunteer@${org}.example`, ` Staff@${org}.EXAMPLE `, ...ODD_TEXTS);
    if (name === 'code' && isPlainText(def)) return fc.constantFrom(CODE, CODE, '000000', '', '１２３４５６');
    const noun = name === '' ? undefined : nounIn(schema, name);
    if (noun === undefined || noun === 'free' || noun === 'cursor')
      return isPlainText(def)
        ? fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.lorem({ maxCount: 3 }))
        : undefined;
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...idsOf(org, noun)) },
      { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{16,24}$/) },
    );
  };

/** Keys of records are ids of parts of an action, whatever the record is called. */
function nounIn(schema: Parameters<Instead>[0], name: string): Noun | 'free' | undefined {
  return name === 'answers' || name === 'fieldValues' ? 'free' : nounOf(schema, name);
}

/** A text of which nothing is asked but a length. */
const isPlainText = (def: Parameters<Instead>[0]['_zod']['def']): boolean =>
  def.format === undefined && (def.checks ?? []).every(({ _zod }) => _zod.def.check.endsWith('_length'));

function idsOf(org: string, noun: Exclude<Noun, 'cursor'>): readonly string[] {
  if (noun !== 'action') return [idOf(org, noun)];
  return ACTION_KINDS.flatMap((kind) => SEEDED_STATUSES.map((status) => actionIdOf(org, kind, status)));
}

/** A call in HTTP, however odd it is: what a client of ours would refuse to send is sent all the same. */
export function toRequest({ name, input, key, ifMatch }: FuzzCall): FuzzRequest {
  const { method, path, versioned }: Operation = contract[name];
  const rest: Record<string, unknown> = { ...input };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, member: string) => {
    const value = rest[member];
    Reflect.deleteProperty(rest, member);
    return escapePart(toText(value));
  });
  if (versioned) Reflect.deleteProperty(rest, 'version');
  const headers = {
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(ifMatch !== undefined && { 'if-match': ifMatch }),
  };
  if (method === 'GET' || method === 'DELETE') return { method, path: `${filled}${toQuery(rest)}`, headers };
  return {
    ...{ method, path: filled, body: JSON.stringify(rest) },
    headers: { ...headers, 'content-type': 'application/json' },
  };
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}

function toQuery(members: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(members).flatMap(([name, value]) =>
    (Array.isArray(value) ? value.slice(0, 50) : [value]).map(
      (one) => `${escapePart(name)}=${escapePart(toText(one))}`,
    ),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Percent-encoded, halves of characters as the bytes that no UTF-8 has; so long that it still is an address. */
const escapePart = (text: string): string =>
  text
    .slice(0, 1500)
    .split(/(\p{Surrogate})/u)
    .map((part) => (/^\p{Surrogate}$/u.test(part) ? '%ED%A0%80' : encodeURIComponent(part)))
    .join('');
