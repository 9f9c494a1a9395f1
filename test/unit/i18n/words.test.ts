import { describe, expect, it } from 'vitest';

import { fillWord, type Word, type Words } from '../../../src/i18n/words.js';

const files = import.meta.glob<Record<string, unknown>>('../../../src/i18n/*-words.ts', { eager: true });

const sets = Object.entries(files).flatMap(([path, exports]) =>
  Object.values(exports)
    .filter(
      (value): value is Words =>
        typeof value === 'object' && value !== null && 'en' in value && 'es' in value,
    )
    .map((words) => ({ file: path.split('/').at(-1) ?? path, words })),
);

const forms = (word: Word): string[] => (typeof word === 'string' ? [word] : Object.values(word));
const placeholders = (word: Word): string[] =>
  [
    ...new Set(forms(word).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))),
  ].sort();

describe('the words', () => {
  it('are found in every file of words', () => {
    expect(sets.length).toBe(Object.keys(files).length);
    expect(sets.length).toBeGreaterThan(10);
  });

  it('have one meaning for each key, whichever element shows it', () => {
    const owners = new Map<string, string[]>();
    for (const { file, words } of sets) {
      for (const key of Object.keys(words.en)) owners.set(key, [...(owners.get(key) ?? []), file]);
    }
    expect([...owners].filter(([, found]) => found.length > 1)).toEqual([]);
  });

  describe.each(sets)('of $file', ({ words }) => {
    it('say the same in both languages, with the same values in it', () => {
      expect(Object.keys(words.es).sort()).toEqual(Object.keys(words.en).sort());
      for (const [key, word] of Object.entries(words.en)) {
        // A form for one may say "one" instead of the number.
        const other = (value: Word | undefined) => (typeof value === 'string' ? value : (value?.other ?? ''));
        expect(placeholders(other(words.es[key])), key).toEqual(placeholders(other(word)));
      }
    });

    it('are never empty', () => {
      for (const word of [...Object.values(words.en), ...Object.values(words.es)]) {
        expect(forms(word).every((form) => form.trim() !== '')).toBe(true);
      }
    });
  });
});

describe('a word', () => {
  it.each<[string, Word, string, Record<string, string | number>, string]>([
    ['takes its values', 'Hello {name}', 'en', { name: 'Ana' }, 'Hello Ana'],
    ['counts in English', { one: 'One action', other: '{count} actions' }, 'en', { count: 1 }, 'One action'],
    ['counts in Spanish', { one: 'Una acción', other: '{count} acciones' }, 'es', { count: 3 }, '3 acciones'],
    ['writes numbers the way of the language', '{count}', 'es', { count: 1234567 }, '1.234.567'],
    ['never looks into a value again', '{a} {b}', 'en', { a: '{b}', b: '$&' }, '{b} $&'],
    ['leaves a placeholder without a value as it is', 'Hi {who}', 'en', {}, 'Hi {who}'],
    ['does not read what objects inherit', '{constructor}', 'en', {}, '{constructor}'],
  ])('%s', (_, word, language, values, filled) => {
    expect(fillWord(word, language, values)).toBe(filled);
  });
});
