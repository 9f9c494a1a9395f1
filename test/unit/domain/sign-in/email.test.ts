import { describe, expect, it } from 'vitest';

import { normalizeEmail } from '../../../../src/domain/sign-in/email.js';

describe('an e-mail address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.Lovelace@Example.ORG\n', 'ada.lovelace@example.org'],
    ['ada+votes@mail.example.org', 'ada+votes@mail.example.org'],
    ["o'hara_1@example.co.uk", "o'hara_1@example.co.uk"],
    ['josé@correo.example', 'josé@correo.example'],
    ['jose\u0301@correo.example', 'josé@correo.example'],
    ['ada@bücher.example', 'ada@bücher.example'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('is taken as it is written to: %j', (typed, address) => {
    expect(normalizeEmail(typed)).toBe(address);
  });

  it.each([
    '',
    '   ',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@example.',
    'ada@.example.org',
    'ada@exa mple.org',
    'ada lovelace@example.org',
    'ada@-example.org',
    'ada@@example.org',
    'ada@example.org, ben@example.org',
    'Ada <ada@example.org>',
    'ada@example.org\nBcc: ben@example.org',
    'ada\u0000@example.org',
    'ada\u200b@example.org',
    '"ada"@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'long.'.repeat(60)}org`,
  ])('is refused where nobody could be reached: %j', (typed) => {
    expect(normalizeEmail(typed)).toBeUndefined();
  });

  it('is the same after being taken twice', () => {
    const once = normalizeEmail(' \u212aELVIN@Example.org') ?? '';
    expect(once).toBe('kelvin@example.org');
    expect(normalizeEmail(once)).toBe(once);
  });
});
