import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fillLinkTemplate } from '../../../../src/domain/links/fill-template.js';
import { addReferral } from '../../../../src/domain/links/referral-link.js';
import { LINK_LIMIT, safeUrl } from '../../../../src/domain/links/safe-url.js';

describe('a personal link', () => {
  it.each([
    ['https://example.org', 'https://example.org/?ref=abc-123'],
    ['https://example.org/p?a=1&b=%20x+y', 'https://example.org/p?a=1&b=%20x+y&ref=abc-123'],
    ['https://example.org/p#part', 'https://example.org/p?ref=abc-123#part'],
    ['https://example.org/p?a=1#/route?b=2', 'https://example.org/p?a=1&ref=abc-123#/route?b=2'],
    ['https://example.org/?ref=old&a=1&ref=older', 'https://example.org/?a=1&ref=abc-123'],
    ['https://example.org/?%72ef=old', 'https://example.org/?ref=abc-123'],
    ['https://example.org/?refer=kept&Ref=kept', 'https://example.org/?refer=kept&Ref=kept&ref=abc-123'],
    ['https://example.org/?', 'https://example.org/?ref=abc-123'],
    ['https://example.org/?ref', 'https://example.org/?ref=abc-123'],
    ['https://example.org/??', 'https://example.org/??&ref=abc-123'],
    ['https://example.org/??ref=kept', 'https://example.org/??ref=kept&ref=abc-123'],
    ['https://example.org/?a&b=', 'https://example.org/?a&b=&ref=abc-123'],
  ])('%s becomes %s', (link, personal) => {
    expect(addReferral(link, 'abc-123')).toBe(personal);
    expect(addReferral(personal, 'abc-123')).toBe(personal);
  });

  it.each(['javascript:alert(1)', '/relative', '', 'https://user@example.org'])(
    'is none where the link is %j',
    (link) => {
      expect(addReferral(link, 'abc')).toBe('');
    },
  );

  it('credits nobody rather than becoming too long to be followed', () => {
    const long = `https://example.org/${'x'.repeat(LINK_LIMIT - 22)}`;
    expect(addReferral(long, 'abc')).toBe(long);
  });

  it('leads to the same page, with the same query and place, and carries the code', () => {
    const links = fc.webUrl({ withFragments: true, withQueryParameters: true });
    fc.assert(
      fc.property(links, fc.string({ minLength: 1, unit: 'grapheme' }), (link, code) => {
        fc.pre(safeUrl(link) !== undefined && !new URL(link).searchParams.has('ref'));
        const [before, after] = [new URL(link), new URL(addReferral(link, code))];
        expect([after.origin, after.pathname, after.hash]).toEqual([
          before.origin,
          before.pathname,
          before.hash,
        ]);
        expect(after.searchParams.getAll('ref')).toEqual([code]);
        const kept = before.search
          .slice(1)
          .split('&')
          .filter((pair) => pair !== '');
        expect(after.search.slice(1).split('&').slice(0, -1)).toEqual(kept);
        expect(safeUrl(after.href)).toBe(after.href);
      }),
    );
  });
});

describe('a link template', () => {
  it.each([
    ['https://x.example/?share={token}', { token: 'a/b?c&d' }, 'https://x.example/?share=a%2Fb%3Fc%26d'],
    ['app://share/{token}/{code}', { token: 't', code: 'c' }, 'app://share/t/c'],
    ['https://x.example/{token}', { token: '{code}', code: 'c' }, 'https://x.example/%7Bcode%7D'],
    ['https://x.example/{token}?{token}', { token: '$&' }, 'https://x.example/%24%26?%24%26'],
    ['https://x.example/{unheard}', { token: 't' }, 'https://x.example/{unheard}'],
    ['https://x.example/{constructor}', { token: 't' }, 'https://x.example/{constructor}'],
    ['https://x.example/{token}', { token: '' }, 'https://x.example/'],
    ['https://x.example/{token}', { token: 'a\n\ud83d' }, 'https://x.example/a%0A%EF%BF%BD'],
  ])('%s with %j is %s', (template, values: Record<string, string>, filled) => {
    expect(fillLinkTemplate(template, values)).toBe(filled);
  });

  it('gives back what was put in, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (token) => {
        const url = new URL(fillLinkTemplate('https://x.example/?share={token}', { token }));
        expect(url.searchParams.get('share')).toBe(token);
        expect(url.host).toBe('x.example');
      }),
    );
  });
});
