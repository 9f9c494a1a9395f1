import * as fc from 'fast-check';

import { shareToken, type Operation } from '../../../../src/contract/index.js';
import { cursor } from '../../../../src/contract/page-schema.js';
import { id, type ActionKind } from '../../../../src/domain/index.js';
import { arbitrary, type Schema } from '../../arbitrary-input.js';
import type { Noun } from './organization-data.js';

/** Where in an input an id stands, and of what it is the id. */
export interface Position {
  readonly path: readonly (string | number)[];
  readonly noun: Noun;
}

/** An input with an id in every place where the operation takes one. */
export interface FilledInput {
  readonly value: Readonly<Record<string, unknown>>;
  readonly positions: readonly Position[];
  /** The kind of action that the input is about, where it says one. */
  readonly kind: ActionKind | undefined;
}

/** What ids are of, by the name of the member that holds them. Each new member is to be named here. */
const NOUNS: Readonly<Record<string, Noun | 'free'>> = {
  ...{ id: 'action', actionId: 'action', actionIds: 'action', code: 'referralCode' },
  ...{
    listIds: 'userList',
    userIds: 'user',
    folderIds: 'folder',
    folderId: 'folder',
    districtIds: 'district',
  },
  ...{ tagIds: 'tag', tagId: 'tag', fieldIds: 'field', fieldId: 'field', targetListId: 'contactList' },
  // Contacts and stories are not kept here; questions and scripts have ids within their action alone.
  ...{ contactId: 'free', storyId: 'free', scriptId: 'free', questionId: 'free' },
};

/** Ids of parts of an action: `content.questions.0.id`. */
const isPart = (path: Position['path']): boolean => path.at(-1) === 'id' && path.length > 1;

/**
 * Inputs of an operation that hold an id wherever one can be, made by walking its schema: one for each choice that the
 * schema leaves.
 *
 * @throws Error where it is not known what the id in some place is of.
 */
export function fillInput(operation: Operation): FilledInput[] {
  const walk: Walk = { positions: [], choices: [] };
  const inputs: FilledInput[] = [];
  // Each round takes the next way where the schema has several, until all were taken.
  for (
    let choice: readonly number[] | undefined = [];
    choice !== undefined;
    choice = nextChoice(walk.choices)
  ) {
    walk.positions = [];
    walk.choices = choice.map((taken) => ({ taken, of: taken + 1 }));
    walk.at = 0;
    const value = fill(operation.input as unknown as Schema, [], walk) as Readonly<Record<string, unknown>>;
    inputs.push({ value, positions: walk.positions, kind: kindOf(value) });
  }
  return inputs;
}

interface Walk {
  positions: Position[];
  choices: { taken: number; of: number }[];
  at?: number;
}

function nextChoice(choices: Walk['choices']): readonly number[] | undefined {
  const last = choices.findLastIndex(({ taken, of }) => taken + 1 < of);
  const taken = choices.map((choice) => choice.taken);
  return last === -1 ? undefined : [...taken.slice(0, last), (taken[last] ?? 0) + 1];
}

function choose(walk: Walk, of: number): number {
  const at = (walk.at ??= 0);
  walk.at = at + 1;
  const taken = walk.choices[at]?.taken ?? 0;
  walk.choices[at] = { taken, of };
  return taken;
}

function fill(schema: Schema, path: Position['path'], walk: Walk): unknown {
  const { def } = schema._zod;
  const noun = nounAt(schema, path);
  if (noun !== undefined) {
    if (noun === 'free') return 'free-id';
    walk.positions.push({ path, noun });
    return '';
  }
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return fill(def.innerType!, path, walk);
    case 'array':
      return holdsIds(def.element!) ? [fill(def.element!, [...path, 0], walk)] : [];
    case 'union':
      return fill(def.options![choose(walk, def.options!.length)]!, path, walk);
    case 'object':
      return fillObject(def.shape ?? {}, path, walk);
    case 'record':
      return {};
    default:
      return fc.sample(arbitrary(schema), { numRuns: 1, seed: 7 })[0];
  }
}

function fillObject(shape: Readonly<Record<string, Schema>>, path: Position['path'], walk: Walk): object {
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(shape)) {
    const isLeft = ['optional', 'default'].includes(member._zod.def.type) && !holdsIds(member);
    if (!isLeft) members.push([name, fill(member, [...path, name], walk)]);
  }
  return Object.fromEntries(members);
}

function nounAt(schema: Schema, path: Position['path']): Noun | 'free' | undefined {
  const name = path.findLast((part) => typeof part === 'string') ?? '';
  return isPart(path) && schema === (id as unknown) ? 'free' : nounOf(schema, name);
}

/** What the id is of that a member of this name and schema holds; undefined where it holds none. */
export function nounOf(schema: Schema, name: string): Noun | 'free' | undefined {
  if (schema === (shareToken as unknown)) return 'shareToken';
  if (schema === (cursor as unknown)) return 'cursor';
  if (schema !== (id as unknown)) return name === 'code' && isCode(schema) ? 'referralCode' : undefined;
  const noun = NOUNS[name];
  if (noun === undefined) throw new Error(`Say in NOUNS what ${name} is the id of.`);
  return noun;
}

/** A referral code is known by its pattern; a code to sign in with is any text. */
const isCode = (schema: Schema): boolean =>
  schema._zod.def.checks?.some(({ _zod: { def } }) => 'pattern' in def && def.pattern instanceof RegExp) ===
  true;

function holdsIds(schema: Schema): boolean {
  const { def } = schema._zod;
  const inner = [def.innerType, def.element, ...(def.options ?? []), ...Object.values(def.shape ?? {})];
  return (
    [id, shareToken, cursor].some((known) => schema === (known as unknown)) ||
    inner.some((one) => one !== undefined && holdsIds(one))
  );
}

function kindOf(value: Readonly<Record<string, unknown>>): ActionKind | undefined {
  const about = (value['content'] ?? value['result']) as { readonly kind?: ActionKind } | undefined;
  return about?.kind;
}

/** The same input with something else in one place. */
export function put<T>(value: T, [name, ...rest]: Position['path'], what: unknown): T {
  if (name === undefined) return what as T;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
    string | number,
    unknown
  >;
  copy[name] = put(copy[name], rest, what);
  return copy as T;
}
