import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { NETWORKS, type Network } from '../../../../src/domain/sharing/network.js';
import { joinMessage } from '../../../../src/domain/sharing/share-message.js';
import { NETWORK_FACTS, shareTarget } from '../../../../src/domain/sharing/share-target.js';

const text = 'Vote & march\n50% "now"?';
const link = 'https://example.org/go?a=1&b=2#top';
const title = 'Join\nus';

const T = 'Vote%20%26%20march%0A50%25%20%22now%22%3F';
const L = 'https%3A%2F%2Fexample.org%2Fgo%3Fa%3D1%26b%3D2%23top';
const BOTH = `${T}%0A${L}`;

const TARGETS: Record<Network, string | undefined> = {
  x: `https://x.com/intent/tweet?text=${T}&url=${L}`,
  facebook: `https://www.facebook.com/sharer/sharer.php?u=${L}`,
  whatsapp: `https://wa.me/?text=${BOTH}`,
  telegram: `https://t.me/share/url?url=${L}&text=${T}`,
  bluesky: `https://bsky.app/intent/compose?text=${BOTH}`,
  threads: `https://www.threads.net/intent/post?text=${T}&url=${L}`,
  linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${L}`,
  reddit: `https://www.reddit.com/submit?url=${L}&title=Join%20us`,
  email: `mailto:?subject=Join%20us&body=${BOTH.replaceAll('%0A', '%0D%0A')}`,
  sms: `sms:?&body=${BOTH}`,
  native: undefined,
  copy: undefined,
  qr: undefined,
};

describe('sharing', () => {
  it.each(NETWORKS)('opens %s with text and link filled in, everything encoded', (network) => {
    expect(shareTarget(network, { text, link, title })).toBe(TARGETS[network]);
  });

  it.each(NETWORKS)('opens %s with text alone where there is no link, unless it needs one', (network) => {
    const target = shareTarget(network, { text, link: '' });
    const needsLink = ['facebook', 'telegram', 'linkedin', 'reddit', 'native', 'copy', 'qr'].includes(
      network,
    );
    expect(target === undefined).toBe(needsLink);
    expect(target ?? T).toContain(network === 'email' ? T.replaceAll('%0A', '%0D%0A') : T);
    expect(target ?? '').not.toContain('url=');
  });

  it.each(NETWORKS)('never hands an unsafe link to %s', (network) => {
    for (const unsafe of ['javascript:alert(1)', '/here', 'https://a:b@example.org', ' '])
      expect(shareTarget(network, { text, link: unsafe })).toBeUndefined();
  });

  it('does not repeat a link that the text has already', () => {
    const own = `Go: ${link} now`;
    expect(joinMessage(own, link)).toBe(own);
    for (const network of ['x', 'whatsapp', 'bluesky', 'threads', 'email', 'sms'] as const)
      expect(shareTarget(network, { text: own, link })?.split(L)).toHaveLength(2);
  });

  it('makes one kind of line of all kinds', () => {
    const lines = 'a\r\nb\rc\nd';
    expect(shareTarget('whatsapp', { text: lines, link: '' })).toBe('https://wa.me/?text=a%0Ab%0Ac%0Ad');
    expect(shareTarget('email', { text: lines, link: '' })).toBe('mailto:?body=a%0D%0Ab%0D%0Ac%0D%0Ad');
  });

  it('gives a headline in one line to who wants one, from the text where there is no title', () => {
    expect(shareTarget('reddit', { text: ' Two\n lines ', link })).toBe(
      `https://www.reddit.com/submit?url=${L}&title=Two%20lines`,
    );
  });

  it('cannot be talked into another address, another parameter or another recipient', () => {
    const anything = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.constantFrom(...NETWORKS), anything, anything, (network, words, headline) => {
        const target = shareTarget(network, { text: words, link, title: headline });
        if (target === undefined) return;
        const [expected = '', query = ''] = [TARGETS[network]?.split('?')[0], target.split('?')[1]];
        expect(target.startsWith(`${expected}?`)).toBe(true);
        expect(target).toMatch(/^[\x21-\x7e]+$/);
        const names = query.split('&').map((pair) => pair.split('=')[0]);
        const allowed = ['text', 'url', 'u', 'title', 'subject', 'body', ''];
        expect(names.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('hands over, letter for letter, what somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        fc.pre(!words.includes('\r'));
        const target = new URL(shareTarget('bluesky', { text: words, link }) ?? 'about:blank');
        expect(target.searchParams.get('text')).toBe(`${words}\n${link}`);
      }),
    );
  });
});

describe('what the networks take', () => {
  it('is said of each of them: where there is an address, it takes text or a link', () => {
    expect(Object.keys(NETWORK_FACTS)).toEqual([...NETWORKS]);
    const linkOnly = NETWORKS.filter((network) => !NETWORK_FACTS[network].text);
    expect(linkOnly).toEqual(['facebook', 'linkedin', 'qr']);
    expect(NETWORKS.filter((network) => NETWORK_FACTS[network].image)).toEqual(['native']);
    expect(NETWORKS.filter((network) => NETWORK_FACTS[network].address === undefined)).toEqual([
      'native',
      'copy',
      'qr',
    ]);
  });
});
