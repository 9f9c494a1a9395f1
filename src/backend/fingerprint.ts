/**
 * A short name for a value: equal values have equal names, whatever the order of their members. SHA-256 in 43 characters
 * that are safe in an id.
 *
 * Pages that are not served securely have no `crypto.subtle`; there, where nobody but the page itself is asking, a hash
 * that only guards against accidents takes its place.
 */
export async function fingerprint(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const subtle = (globalThis.crypto as { readonly subtle?: SubtleCrypto }).subtle;
  const hash =
    subtle === undefined ? plainHash(bytes) : new Uint8Array(await subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** JSON with the members of every object in one order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** FNV-1a in eight lanes, each with a start of its own. */
function plainHash(bytes: Uint8Array): Uint8Array {
  const lanes = Uint32Array.from(
    { length: 8 },
    (_, lane) => (0x811c9dc5 ^ Math.imul(lane, 0x9e3779b1)) >>> 0,
  );
  for (const byte of bytes) {
    lanes.forEach((lane, index) => (lanes[index] = Math.imul(lane ^ (byte + index), 0x01000193) >>> 0));
  }
  return new Uint8Array(lanes.buffer);
}
