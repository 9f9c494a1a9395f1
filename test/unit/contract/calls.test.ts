import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { compileCalls } from '../../../scripts/compile-calls.mjs';
import { contract } from '../../../src/contract/contract.js';
import { readShape, type Shape } from '../../../src/contract/read-shape.js';
import { aFeedAction, anAction, someContent, someResults } from '../../../mocks/index.js';
import { ACTION_KINDS } from '../../../src/domain/action/action-kind.js';

const folder = new URL('../../../src/contract/calls/', import.meta.url);
const modules = import.meta.glob<Record<string, unknown>>('../../../src/contract/*.ts', { eager: true });
const byName = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => [path.replace(/^.*\/|\.ts$/g, ''), module]),
);
const calls = import.meta.glob<Record<string, unknown>>('../../../src/contract/calls/*.ts', { eager: true });

const called = Object.values(calls)
  .flatMap((module) => Object.values(module))
  .filter((value) => typeof value === 'object' && value !== null && 'answer' in value) as {
  name: keyof typeof contract;
  answer: Shape;
}[];

describe('the calls that pages carry', () => {
  it('are what the contract compiles to: nobody forgot `npm run calls`', () => {
    const compiled = compileCalls(byName);
    const written = Object.fromEntries(
      readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
    );
    expect(written).toEqual(compiled);
  });

  it('stand for every operation, with the same way', () => {
    expect(called.map(({ name }) => name).sort()).toEqual(Object.keys(contract).sort());
    for (const call of called) {
      const { name, method, path, idempotent, versioned, queueable } = contract[call.name];
      expect(call).toMatchObject({ name, method, path, idempotent, versioned, queueable });
    }
  });

  it.each(ACTION_KINDS)('read an answer about an action of the kind %s as the schema does', (kind) => {
    const find = (name: keyof typeof contract) => called.find((call) => call.name === name)?.answer ?? 's';
    const feedAction = aFeedAction({ content: someContent(kind) });
    const page = { items: [feedAction], nextCursor: null, total: 1, unknown: 'left out' };
    expect(readShape(find('feed.list'), page)).toEqual(contract['feed.list'].output.parse(page));
    const action = anAction({ content: someContent(kind) });
    expect(readShape(find('actions.get'), action)).toEqual(contract['actions.get'].output.parse(action));
    const results = someResults(kind);
    expect(readShape(find('results.get'), results)).toEqual(contract['results.get'].output.parse(results));
  });
});

describe('a shape', () => {
  it.each<[string, Shape, unknown, unknown]>([
    ['keeps text', 's', 'a', 'a'],
    ['keeps a number', 'n', 0, 0],
    ['keeps one of its values', ['l', 'a', 'b'], 'b', 'b'],
    ['reads lists', ['a', 'n'], [1, 2], [1, 2]],
    ['leaves out members that nobody knows', ['o', { a: 's' }], { a: 'x', b: 1 }, { a: 'x' }],
    ['lets a member be missing', ['o', { a: ['?', 's'] }], {}, {}],
    ['fills in what may be missing', ['o', { a: ['d', 's', ''] }], {}, { a: '' }],
    ['lets null be', ['0', 's'], null, null],
    ['reads any keys', ['r', 'n'], { x: 1, y: 2 }, { x: 1, y: 2 }],
    ['takes the first that fits', ['u', 'n', 's'], 'a', 'a'],
    [
      'reads two objects in one',
      ['m', ['o', { a: 's' }], ['u', ['o', { b: 'n' }]]],
      { a: 'x', b: 1 },
      { a: 'x', b: 1 },
    ],
    ['lets anything be', 'x', { deep: [1] }, { deep: [1] }],
  ])('%s', (_, shape, value, read) => {
    expect(readShape(shape, value)).toEqual(read);
  });

  it.each<[string, Shape, unknown]>([
    ['a number where text belongs', 's', 1],
    ['a value that is not on the list', ['l', 'a'], 'b'],
    ['an object where a list belongs', ['a', 's'], { 0: 'a', length: 1 }],
    ['a list where an object belongs', ['o', { a: ['?', 's'] }], []],
    ['null where an object belongs', ['o', {}], null],
    ['a missing member', ['o', { a: 's' }], {}],
    ['a member that is only inherited', ['o', Object.fromEntries([['toString', 's']])], {}],
    ['what fits none of several', ['u', 'n', 's'], true],
    ['something wrong deep inside', ['a', ['o', { a: ['r', 'n'] }]], [{ a: { x: '1' } }]],
  ])('refuses %s', (_, shape, value) => {
    expect(() => readShape(shape, value)).toThrow(TypeError);
  });

  it('gives every reader defaults of its own', () => {
    const shape: Shape = ['o', { list: ['d', ['a', 's'], []] }];
    const first = readShape(shape, {}) as { list: string[] };
    first.list.push('mine');
    expect(readShape(shape, {})).toEqual({ list: [] });
  });

  it('never touches what objects inherit from', () => {
    readShape(['r', 'x'], JSON.parse('{"__proto__":{"polluted":true}}'));
    expect('polluted' in {}).toBe(false);
  });
});
