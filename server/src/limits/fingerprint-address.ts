import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * An address as it may be kept for a few minutes: the same for the same address on the same day, for every process that
 * has the secret; another one tomorrow; and nobody who has the table alone can try all addresses.
 *
 * @param secret - Of the installation.
 */
export function fingerprintAddress(address: string, secret: string, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  return createHmac('sha256', secret)
    .update(`address\n${day}\n${toNetwork(address)}`)
    .digest('base64url')
    .slice(0, 22);
}

/** Whoever has one IPv6 address has the 2^64 of its network, so they count as one. */
export function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::', 2);
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const missing = Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = plain.includes('::')
    ? [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)]
    : groups(head);
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
