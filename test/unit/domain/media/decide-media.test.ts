import { describe, expect, it } from 'vitest';

import {
  decideMedia,
  decideMediaSize,
  IMAGE_TYPES,
  MEDIA_PURPOSES,
  mediaLimit,
  VIDEO_TYPES,
  type MediaPurpose,
} from '../../../../src/domain/media/decide-media.js';

const picture = { type: 'image/png', bytes: 1000, width: 40, height: 30 } as const;
const purposes = MEDIA_PURPOSES.map((purpose) => [purpose] as const);

describe('a file', () => {
  it.each<[MediaPurpose, number]>([
    ['hero', 2_000_000],
    ['outgoing', 600_000],
    ['logo', 600_000],
  ])('for %s may have %d bytes and not one more', (purpose, limit) => {
    expect(mediaLimit(purpose)).toBe(limit);
    expect(decideMedia(purpose, { ...picture, bytes: limit }).ok).toBe(true);
    expect(decideMedia(purpose, { ...picture, bytes: limit + 1 })).toEqual({
      ok: false,
      reason: 'too-large',
    });
    expect(decideMediaSize(purpose, limit + 1)).toBe('too-large');
  });

  it.each(purposes)('for %s may be any picture that browsers show', (purpose) => {
    for (const type of IMAGE_TYPES)
      expect(decideMedia(purpose, { ...picture, type })).toEqual({ ok: true, type });
  });

  it.each<[MediaPurpose, boolean]>([
    ['hero', true],
    ['outgoing', false],
    ['logo', false],
  ])('for %s may be a video: %s', (purpose, isAllowed) => {
    for (const type of VIDEO_TYPES) expect(decideMedia(purpose, { type, bytes: 1000 }).ok).toBe(isAllowed);
  });

  it.each(purposes)('for %s may be neither nothing nor anything unknown', (purpose) => {
    expect(decideMedia(purpose, { ...picture, bytes: 0 })).toEqual({ ok: false, reason: 'empty' });
    expect(decideMediaSize(purpose, 0)).toBe('empty');
    expect(decideMedia(purpose, { ...picture, type: undefined })).toEqual({
      ok: false,
      reason: 'wrong-type',
    });
  });

  it.each([
    [8192, 3000, 'ok'],
    [8193, 1, 'too-many-pixels'],
    [1, 8193, 'too-many-pixels'],
    [5000, 5000, 'ok'],
    [5000, 5001, 'too-many-pixels'],
    [0, 10, 'wrong-type'],
    [10, 0, 'wrong-type'],
    [undefined, undefined, 'wrong-type'],
  ])('of %s by %s pixels: %s', (width, height, outcome) => {
    const decision = decideMedia('hero', { ...picture, width, height });
    expect(decision.ok ? 'ok' : decision.reason).toBe(outcome);
  });
});
