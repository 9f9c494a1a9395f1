import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { link } from '../../../../src/domain/links/link-schema.js';
import { LINK_LIMIT, linkHost, safeUrl } from '../../../../src/domain/links/safe-url.js';

const REFUSED = [
  '',
  ' ',
  'example.org',
  'www.example.org/path',
  '/relative',
  './relative',
  '?query=1',
  '#hash',
  '//example.org/no-scheme',
  '\\\\example.org\\share',
  'https:',
  'https:/example.org',
  'https:example.org',
  'https://',
  'https:///',
  'https://?q',
  'http://#',
  'https:\\\\example.org',
  'https:/\\example.org',
  'https://example.org\\@evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  '\u00a0https://example.org',
  '\ufeffhttps://example.org',
  'javascript&colon;alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:https://example.org/uuid',
  'filesystem:https://example.org/temporary/x',
  'file:///etc/passwd',
  'ftp://example.org',
  'ws://example.org',
  'mailto:somebody@example.org',
  'tel:+15550100',
  'sms:+15550100',
  'about:blank',
  'view-source:https://example.org',
  'intent://example.org#Intent;scheme=https;end',
  'httpx://example.org',
  'https//example.org',
  'https ://example.org',
  'https://exa mple.org',
  'https://example.org/a b',
  'https://example.org/\u2028x',
  'ht\ntps://example.org',
  'https://exam\nple.org',
  'https://example.org/\tx',
  'https://example.org/\u0000',
  'https://user@example.org',
  'https://user:secret@example.org',
  'https://:secret@example.org',
  'https://example.com@evil.example',
  'https://example.org:99999',
  'https://example.org:port',
  'https://[::1',
  'https://exa<mple.org',
  'https://%00.example.org',
  'https://256.256.256.256',
  'https://xn--a',
];

const ACCEPTED = [
  ['https://example.org', 'https://example.org/'],
  ['http://example.org/', 'http://example.org/'],
  ['HTTPS://EXAMPLE.ORG/Path', 'https://example.org/Path'],
  ['https://example.org:8443/a?b=c&d=%20#e', 'https://example.org:8443/a?b=c&d=%20#e'],
  ['https://example.org:443/', 'https://example.org/'],
  ['https://example.org/a/../b', 'https://example.org/b'],
  ['https://example.org/?next=javascript:alert(1)', 'https://example.org/?next=javascript:alert(1)'],
  ['https://example.org/?u=https://user:pw@host', 'https://example.org/?u=https://user:pw@host'],
  ['https://example.org/ñandú', 'https://example.org/%C3%B1and%C3%BA'],
  ['https://münchen.example/', 'https://xn--mnchen-3ya.example/'],
  ['https://例え.example/', 'https://xn--r8jz45g.example/'],
  ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000/'],
  ['http://localhost:6006/', 'http://localhost:6006/'],
  ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
  ['https:///example.org/', 'https://example.org/'],
] as const;

describe('a link', () => {
  it.each(REFUSED)('is refused where it is not a full web address, or hides something: %j', (text) => {
    expect(safeUrl(text)).toBeUndefined();
    expect(linkHost(text)).toBeUndefined();
  });

  it.each(ACCEPTED)('%s leads to %s', (text, href) => {
    expect(safeUrl(text)).toBe(href);
  });

  it('may have 2,048 characters, also in the way a browser writes them', () => {
    const start = 'https://example.org/';
    const fill = (text: string) => start + text.repeat(LINK_LIMIT - start.length);
    expect(safeUrl(fill('x'))).toBe(fill('x'));
    expect(safeUrl(`${fill('x')}x`)).toBeUndefined();
    expect(safeUrl(fill('ñ'))).toBeUndefined();
  });

  it.each([
    ['https://www.example.org/path', 'example.org'],
    ['https://act.example.org:8443/', 'act.example.org:8443'],
    ['https://wwwexample.org/', 'wwwexample.org'],
  ])('%s is shown as %s', (text, host) => {
    expect(linkHost(text)).toBe(host);
  });

  it('is stored empty or safe, and to the letter', () => {
    for (const text of REFUSED) expect([text, link.safeParse(text).success]).toEqual([text, text === '']);
    for (const [text] of ACCEPTED) expect(link.parse(text)).toBe(text);
  });
});

describe('any text as a link', () => {
  const pieces = fc.constantFrom(
    ...[
      'http',
      'https',
      'javascript',
      'data',
      ':',
      '/',
      '//',
      '\\',
      '@',
      'a.example',
      'user',
      '?',
      '#',
      '[',
      ']',
    ],
    ...[
      '%00',
      '%2f',
      '\t',
      '\n',
      ' ',
      '\u0000',
      '\u00ad',
      '\u202e',
      'ñ',
      '😀',
      '.',
      '..',
      '0x7f.1',
      ':80',
      '&',
      '<',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 8 }).map((parts) => `https://${parts.join('')}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }),
  );

  it('is accepted only as an absolute web address without credentials, the way the browser reads it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const safe = safeUrl(text);
        if (safe === undefined) return;
        // A base would give a relative link away: what is absolute does not depend on it.
        const url = new URL(text, 'about:blank');
        expect(url.href).toBe(safe);
        expect(['http:', 'https:']).toContain(url.protocol);
        expect([url.username, url.password]).toEqual(['', '']);
        expect(url.host).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused only with a reason', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (safeUrl(text) !== undefined || !/^https?:\/\//i.test(text)) return;
        const url = URL.canParse(text) ? new URL(text) : undefined;
        const reasons = [
          url === undefined,
          url?.username !== '' || url.password !== '',
          /[\s\\\p{Cc}]/u.test(text),
          text.length > LINK_LIMIT || (url?.href.length ?? 0) > LINK_LIMIT,
        ];
        expect(reasons).toContain(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays as it is once it was accepted', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const safe = safeUrl(text);
        if (safe !== undefined) expect(safeUrl(safe)).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });
});
