import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  differingFields,
  isSame,
  mergeContent,
  suggestSides,
} from '../../../../src/domain/action/compare-content.js';
import { newContent } from '../../../../src/domain/action/new-content.js';

const page = (overrides: object = {}) => ({ ...newContent('open_webpage'), ...overrides });

describe('comparing contents', () => {
  it('says that a value and its copy are the same, and sees every change of a text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSame(value, structuredClone(value))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(isSame({ a: [a] }, { a: [b] })).toBe(a === b);
      }),
    );
  });

  it('does not take a missing value for an empty one', () => {
    expect(isSame({ a: null }, {})).toBe(false);
    expect(isSame([], {})).toBe(false);
    expect(isSame([1, 2], [2, 1])).toBe(false);
  });

  it('names the fields that differ in the order of the form', () => {
    expect(differingFields(page({ webLink: 'https://a.example/', title: 'A' }), page())).toEqual([
      'title',
      'webLink',
    ]);
  });
});

describe('two versions', () => {
  const base = page({ title: 'Before', description: 'Before' });
  const mine = page({ title: 'Mine', description: 'Before' });
  const theirs = page({ title: 'Theirs', description: 'Theirs' });

  it('suggest mine where I have changed something and theirs elsewhere', () => {
    expect(suggestSides(base, mine, theirs)).toEqual({ title: 'mine', description: 'theirs' });
  });

  it('become one, field by field', () => {
    const merged = mergeContent(mine, theirs, { title: 'mine', description: 'theirs' });
    expect(merged).toEqual(page({ title: 'Mine', description: 'Theirs' }));
  });
});
