import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chooseStartLabel, START_LABEL_PRESETS } from '../../../../src/domain/action/start-label.js';

describe('the start button', () => {
  it.each(['', ' ', '\n\t', '\u00a0', '\u200b', '\u2060\ufeff', '\u3164', '\u2800', '\u202e'])(
    'says Start where the label %j shows nothing',
    (startLabel) => {
      expect(chooseStartLabel({ startLabel })).toEqual({ preset: 'start' });
    },
  );

  it.each(START_LABEL_PRESETS)('says the translated words of %s', (preset) => {
    expect(chooseStartLabel({ startLabel: `preset:${preset}` })).toEqual({ preset });
  });

  it.each([
    ['Join us', 'Join us'],
    ['  Count me in ', 'Count me in'],
    ['start', 'start'],
    ['ابدأ', 'ابدأ'],
    ['👍', '👍'],
    ['preset:unheard_of', 'preset:unheard_of'],
  ])('says %j in the words of the organizer', (startLabel, text) => {
    expect(chooseStartLabel({ startLabel })).toEqual({ text });
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (startLabel) => {
        const label = chooseStartLabel({ startLabel });
        expect('preset' in label || label.text.length > 0).toBe(true);
      }),
    );
  });
});
