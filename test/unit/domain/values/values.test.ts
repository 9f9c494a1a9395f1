import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { actionContent } from '../../../../src/domain/action/action-schema.js';
import { toFieldIssue } from '../../../../src/domain/values/field-issue-schema.js';
import { id, timestamp } from '../../../../src/domain/values/id-schema.js';
import { isBlank } from '../../../../src/domain/values/is-blank.js';
import { language, primaryLanguage } from '../../../../src/domain/values/language-schema.js';

describe('an id', () => {
  it.each([
    ['a', true],
    ['A-b_9', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    ['a b', false],
    ['a/b', false],
    ['..', false],
    ['é', false],
    ['a\n', false],
  ])('%j is one: %s', (text, isId) => {
    expect(id.safeParse(text).success).toBe(isId);
  });
});

describe('a timestamp', () => {
  it.each([
    ['2026-11-03T15:00:00.000Z', true],
    ['2026-11-03T15:00:00Z', true],
    ['2024-02-29T00:00:00Z', true],
    ['2026-02-29T00:00:00Z', false],
    ['2026-11-03T24:00:00Z', false],
    ['2026-11-03T15:00:00+02:00', false],
    ['2026-11-03T15:00:00', false],
    ['2026-11-03', false],
    ['tomorrow', false],
  ])('%s is one: %s', (text, isTimestamp) => {
    expect(timestamp.safeParse(text).success).toBe(isTimestamp);
  });

  it('is always a time that can be reckoned with, and names its day in UTC', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        expect(Date.parse(timestamp.parse(date.toISOString()))).toBe(date.getTime());
      }),
    );
  });
});

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['es-MX', 'es'],
    ['ZH-Hant-TW', 'zh'],
    ['fil', 'fil'],
  ])('%s is a kind of %s', (tag, primary) => {
    expect(primaryLanguage(language.parse(tag))).toBe(primary);
  });

  it.each(['', 'e', 'english', 'en_US', 'en-', '-en', 'en-x'])('is not %j', (tag) => {
    expect(language.safeParse(tag).success).toBe(false);
  });
});

describe('a blank', () => {
  it.each([
    '',
    ' ',
    '\t\r\n',
    '\u00a0',
    '\u2003',
    '\u200b',
    '\u200e',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u3164',
    '\u2800',
    '\u0000',
  ])('is what nobody can see, such as %j', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['.', 'a', ' a ', '\u200ba', '👍', '🏳️‍🌈', 'ا', '０', '-'])('is not %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

describe('what a schema says is wrong', () => {
  it.each([
    [
      { kind: 'survey', title: 'x'.repeat(10_001) },
      { path: 'title', code: 'too-long', limit: 10_000 },
    ],
    [
      { kind: 'peer_to_peer', areaCodes: Array(51).fill('202') },
      { path: 'areaCodes', code: 'too-many', limit: 50 },
    ],
    [
      { kind: 'open_webpage', webLink: '/x' },
      { path: 'webLink', code: 'unsafe-link' },
    ],
    [
      { kind: 'survey', questions: [{ id: 'q', label: '' }] },
      { path: 'questions.0.bindsTo', code: 'required' },
    ],
    [
      { kind: 'peer_to_peer', areaCodes: ['x'] },
      { path: 'areaCodes.0', code: 'invalid' },
    ],
  ])('has a place and a code: %#', (content, issue) => {
    expect(actionContent.safeParse(content).error?.issues.map(toFieldIssue)).toEqual([issue]);
  });
});
