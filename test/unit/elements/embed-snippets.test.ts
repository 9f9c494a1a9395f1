import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  elementSnippet,
  escapeMarkup,
  linkSnippet,
} from '../../../src/elements/admin/share-options/embed-snippets.js';

const source = {
  token: 'riverbend-token',
  webLink: 'https://riverbend.example.org/act?share=a&from=page',
  title: 'Sign for a safe crossing',
  scriptUrl: 'https://cdn.example.org/groundswell.js',
};

describe('code for other pages', () => {
  it('is a link that leads where the web link leads', () => {
    expect(linkSnippet(source)).toBe(
      '<a href="https://riverbend.example.org/act?share=a&amp;from=page">Sign for a safe crossing</a>',
    );
  });

  it('is the element with the plain link inside, for pages on which the script does not arrive', () => {
    expect(elementSnippet(source)).toBe(
      [
        '<script type="module" src="https://cdn.example.org/groundswell.js"></script>',
        '<action-page share-token="riverbend-token">',
        `  ${linkSnippet(source)}`,
        '</action-page>',
      ].join('\n'),
    );
  });

  it.each([
    ['"></a><img src=x onerror=alert(1)>', '&quot;&gt;&lt;/a&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ["it's & isn't", 'it&#39;s &amp; isn&#39;t'],
    ['&lt;', '&amp;lt;'],
  ])('says %j as text', (title, escaped) => {
    expect(linkSnippet({ ...source, title })).toContain(`>${escaped}</a>`);
  });

  it('never opens a tag or ends an attribute with somebody’s words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeMarkup(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});
