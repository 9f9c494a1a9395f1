import { describe, expect, it } from 'vitest';

import { media } from '../../../../src/domain/media/media-schema.js';
import { isImageSource } from '../../../../src/domain/media/image-source.js';

describe('a picture', () => {
  it.each([
    ['https://example.org/a.png', true],
    ['http://example.org/a.png', true],
    ['data:image/png;base64,AAAA', true],
    ['data:image/svg+xml,%3Csvg%3E', true],
    ['DATA:IMAGE/WEBP;base64,AAAA', true],
    ['data:text/html,<script>', false],
    ['data:image/png', false],
    ['data:image/svg+xmlx,', false],
    [' data:image/png,', false],
    ['javascript:alert(1)', false],
    ['a.png', false],
    ['', false],
  ])('%j may be shown: %s', (url, isShown) => {
    expect(isImageSource(url)).toBe(isShown);
    expect(media.safeParse({ url }).success).toBe(isShown);
  });

  it('is cropped around its middle and has no description until somebody says otherwise', () => {
    expect(media.parse({ url: 'https://example.org/a.png' })).toEqual({
      url: 'https://example.org/a.png',
      alt: '',
      kind: 'image',
      focalPoint: { x: 0.5, y: 0.5 },
    });
  });

  it('cannot be cropped around a point outside', () => {
    const focalPoint = { x: 1.1, y: 0 };
    expect(media.safeParse({ url: 'https://example.org/a.png', focalPoint }).success).toBe(false);
  });
});
