/** The longest address that mail can be sent to (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254;
/** Nothing that means something in a message's header, and nothing that cannot be seen. */
const LOCAL = /^[^\s\p{C}\p{Z}@<>()[\]\\,;:"]{1,64}$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/**
 * An e-mail address as it is compared, kept and written to: without what surrounds it, in lower case. Undefined for what
 * nobody could be reached at.
 */
export function normalizeEmail(text: string): string | undefined {
  const address = text.trim().normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@');
  const labels = address.slice(at + 1).split('.');
  const isAddress =
    address.length <= LONGEST &&
    LOCAL.test(address.slice(0, Math.max(at, 0))) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label));
  return isAddress ? address : undefined;
}
