import type { Network } from './network.js';
import { joinMessage } from './share-message.js';

/** The longest message each network takes, in its own way of counting; absent where it need not be watched. */
const LIMITS: { readonly [N in Network]?: number } = {
  x: 280,
  bluesky: 300,
  threads: 500,
  telegram: 4096,
};

/** X shortens every link to this length. */
const SHORTENED_LINK = 23;

/** The longest message that a network takes, or `undefined` where there is no limit to watch. */
export const messageLimit = (network: Network): number | undefined => LIMITS[network];

/**
 * How much may still be written, negative where it is too much, or `undefined` where there is no limit to watch. Counted
 * as the network counts: X takes every link for 23 and everything but the common alphabets for 2, Bluesky counts what a
 * reader sees as one character, Threads attaches the link without counting it.
 */
export function remainingCharacters(network: Network, text: string, link: string): number | undefined {
  const limit = messageLimit(network);
  if (limit === undefined) return undefined;
  if (network === 'x') return limit - weightOnX(joinMessage(text, link));
  if (network === 'bluesky') return limit - graphemesOf(joinMessage(text, link)).length;
  return limit - Array.from(network === 'threads' ? text : joinMessage(text, link)).length;
}

function weightOnX(message: string): number {
  const links = /https?:\/\/\S*[^\s.,:;!?)\]}'"]/giu;
  const count = message.match(links)?.length ?? 0;
  const rest = graphemesOf(message.replace(links, '').normalize('NFC'));
  return rest.reduce((sum, grapheme) => sum + graphemeOnX(grapheme), count * SHORTENED_LINK);
}

/** An emoji weighs 2, of however many parts it is made; everything else by its characters. */
function graphemeOnX(grapheme: string): number {
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2;
  return Array.from(grapheme).reduce((sum, character) => sum + (isLight(character) ? 1 : 2), 0);
}

/** Latin and its neighbours up to Georgian, and some punctuation: the ranges that X weighs with 1. */
const LIGHT = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;

function isLight(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return LIGHT.some(([from, to]) => from <= code && code <= to);
}

const graphemesOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
