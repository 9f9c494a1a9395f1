import { describe, expect, it } from 'vitest';

import { messageLimit, remainingCharacters } from '../../../../src/domain/sharing/message-limit.js';
import { NETWORKS } from '../../../../src/domain/sharing/network.js';

const link = 'https://example.org/a/very/long/path/that/nobody/would/ever/type/by/hand?with=a&query=too';
const family = '👩‍👩‍👧‍👦';

describe('how much may still be written', () => {
  it('is limited where the network is', () => {
    const limits = NETWORKS.flatMap((network) => messageLimit(network) ?? []);
    expect(limits).toEqual([280, 4096, 300, 500]);
    expect(NETWORKS.filter((network) => remainingCharacters(network, 'x', link) !== undefined)).toEqual([
      'x',
      'telegram',
      'bluesky',
      'threads',
    ]);
  });

  it.each([
    ['', '', 280],
    ['Hello', '', 275],
    ['Hello', link, 280 - 5 - 1 - 23],
    ['', link, 280 - 23],
    [`Look: ${link}.`, link, 280 - 6 - 23 - 1],
    ['https://a.co http://b.co', '', 280 - 23 - 1 - 23],
    ['ñandú', '', 275],
    ['n\u0303', '', 279],
    ['投票', '', 276],
    ['😀', '', 278],
    [family, '', 278],
    ['☎️', '', 278],
    ['1️⃣', '', 278],
    ['🇺🇸', '', 278],
    ['“quoted”', '', 272],
    ['x'.repeat(281), '', -1],
  ])('on X, after %j with link %j: %i', (text, withLink, remaining) => {
    expect(remainingCharacters('x', text, withLink)).toBe(remaining);
  });

  it.each([
    ['', '', 300],
    [family, '', 299],
    ['e\u0301', '', 299],
    ['Hello', link, 300 - 5 - 1 - link.length],
    ['x'.repeat(301), '', -1],
  ])('on Bluesky, after %j with link %j: %i', (text, withLink, remaining) => {
    expect(remainingCharacters('bluesky', text, withLink)).toBe(remaining);
  });

  it('does not count the link that Threads attaches, and counts the one in the message on Telegram', () => {
    expect(remainingCharacters('threads', 'Hello', link)).toBe(495);
    expect(remainingCharacters('telegram', 'Hello', link)).toBe(4096 - 5 - 1 - link.length);
  });
});
