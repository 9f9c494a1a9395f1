/** How many digits a code has that is sent to somebody who signs in. */
export const CODE_DIGITS = 6;

const CODES = 10 ** CODE_DIGITS;
/** Numbers from here on would make some codes likelier than others. */
const FAIR = Math.floor(2 ** 32 / CODES) * CODES;

/**
 * A code of six digits, each as likely as any other.
 *
 * @param draw - A random number from 0 to 2³² − 1 that nobody can guess.
 */
export function drawCode(draw: () => number): string {
  let number = draw();
  while (number >= FAIR) number = draw();
  return String(number % CODES).padStart(CODE_DIGITS, '0');
}

/** A code as somebody has typed or pasted it, perhaps in groups; undefined where it cannot be one. */
export function readCode(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}.]/gu, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
