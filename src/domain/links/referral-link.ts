import { encodePart } from './encode-part.js';
import { safeUrl } from './safe-url.js';

/** The parameter that carries whom to credit. */
export const REFERRAL_PARAMETER = 'ref';

/**
 * A link that credits somebody: `ref=<code>` at the end of its query, everything else to the letter, an older `ref`
 * replaced. A link that would become too long to be accepted is left without it; an unsafe one becomes empty, which
 * everywhere means "no link".
 */
export function addReferral(link: string, code: string): string {
  const safe = safeUrl(link);
  if (safe === undefined) return '';
  const url = new URL(safe);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isReferral(pair));
  // With the question mark: without, the setter would take one away that belongs to the query.
  url.search = `?${[...kept, `${REFERRAL_PARAMETER}=${encodePart(code)}`].join('&')}`;
  return safeUrl(url.href) ?? safe;
}

const isReferral = (pair: string): boolean => new URLSearchParams(`?${pair}`).has(REFERRAL_PARAMETER);
