import { describe, expect, it } from 'vitest';

import { checkDraft, checkShape, keepSavable } from '../../../../src/domain/action/check-draft.js';
import { newContent } from '../../../../src/domain/action/new-content.js';
import type { ActionContent } from '../../../../src/domain/action/action-schema.js';

const sharing = (
  overrides: Partial<Extract<ActionContent, { kind: 'social_sharing' }>> = {},
): ActionContent => ({
  ...newContent('social_sharing'),
  title: 'Share it',
  description: 'Please',
  shareLink: 'https://example.org/',
  sampleMessage: 'Look!',
  ...overrides,
});

describe('checking a draft', () => {
  it('finds nothing wrong with what can be published', () => {
    expect(checkDraft(sharing())).toEqual([]);
  });

  it('names every missing field of an empty one, each once', () => {
    const paths = checkDraft(newContent('social_sharing')).map(({ path }) => path);
    expect(paths).toEqual(['title', 'description', 'shareLink', 'sampleMessage']);
  });

  it.each([
    'javascript:alert(1)',
    '/petition',
    'example.org',
    'https://a:b@example.org',
    ' https://example.org',
  ])('refuses the link %j once, in the same words as the backend', (shareLink) => {
    expect(checkDraft(sharing({ shareLink }))).toEqual([{ path: 'shareLink', code: 'unsafe-link' }]);
  });

  it('says how long a title may be', () => {
    expect(checkDraft(sharing({ title: 'x'.repeat(10_001) }))).toEqual([
      { path: 'title', code: 'too-long', limit: 10_000 },
    ]);
  });
});

describe('keeping what can be saved', () => {
  const saved = sharing();

  it('changes nothing where everything can be saved', () => {
    const content = sharing({ title: ' ', description: '‏مرحبا 👋🏽' });
    expect(keepSavable(content, saved)).toBe(content);
  });

  it('keeps the last saved value of a field that would be refused, and the rest as typed', () => {
    const kept = keepSavable(sharing({ title: 'New', shareLink: 'javascript:alert(1)' }), saved);
    expect(kept).toEqual(sharing({ title: 'New' }));
    expect(checkShape(kept)).toEqual([]);
  });

  it('answers for a single wrong area code with the saved list', () => {
    const before = { ...newContent('peer_to_peer'), areaCodes: ['312'] };
    const kept = keepSavable({ ...before, areaCodes: ['312', '7'] }, before);
    expect(kept).toEqual(before);
  });
});
