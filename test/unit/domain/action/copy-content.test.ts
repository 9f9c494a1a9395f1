import { describe, expect, it } from 'vitest';

import { ACTION_KINDS } from '../../../../src/domain/action/action-kind.js';
import { actionContent } from '../../../../src/domain/action/action-schema.js';
import { copyContent } from '../../../../src/domain/action/copy-content.js';
import { newContent } from '../../../../src/domain/action/new-content.js';
import { completeContent } from '../contents.js';

/** Every object and array inside a value, itself included. */
const partsOf = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(partsOf)] : [];

function freeze<T>(value: T): T {
  partsOf(value).forEach((part) => Object.freeze(part));
  return value;
}

describe.each(ACTION_KINDS)('a copy of content of kind %s', (kind) => {
  const source = freeze(
    completeContent(kind, { media: { url: 'https://example.org/a.png' }, folderIds: ['folder'] }),
  );

  it('says the same', () => {
    expect(copyContent(source)).toEqual(source);
  });

  it('has no part in common with its source and can be changed freely', () => {
    const parts = new Set(partsOf(source));
    for (const part of partsOf(copyContent(source))) {
      expect(parts.has(part)).toBe(false);
      expect(Object.isFrozen(part)).toBe(false);
    }
  });
});

describe.each(ACTION_KINDS)('new content of kind %s', (kind) => {
  it('is a draft that can be saved as it is', () => {
    const content = newContent(kind);
    expect(content.kind).toBe(kind);
    expect(actionContent.parse(content)).toEqual(content);
  });

  it('shares nothing with the one that was made before', () => {
    const parts = new Set(partsOf(newContent(kind)));
    expect(partsOf(newContent(kind)).filter((part) => parts.has(part))).toEqual([]);
  });
});
