/**
 * A fresh idempotency key: 128 random bits. `crypto.randomUUID` exists on secure pages only, and a partner's page may be
 * plain http, so it is not used.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
