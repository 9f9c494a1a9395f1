import { describe, expect, it } from 'vitest';

import { chooseLanguage } from '../../../server/src/identity/choose-language.js';

describe('the language that somebody would like best', () => {
  it.each([
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es-MX'],
    ['en;q=0.5, es;q=0.7', 'es'],
    ['en ; q=0.5 , es ; Q=1', 'es'],
    ['fr, es', 'fr'],
    ['*;q=0.1, zh-Hant-TW;q=0.2', 'zh-Hant-TW'],
    ['en;q=0, es;q=0.001', 'es'],
  ])('of %j is %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });

  it.each([null, '', '*', 'en;q=0', 'en;q=often', '../../etc', 'x', `${'a'.repeat(600)},en`, ';;;,,,'])(
    'is not said by %j',
    (header) => {
      expect(chooseLanguage(header)).toBeUndefined();
    },
  );
});
