import { hkdfSync } from 'node:crypto';

import { CompactEncrypt, compactDecrypt } from 'jose';

/** What is sealed, so that nothing sealed can be put in the place of something else. */
export interface SealedThing {
  readonly kind: 'signing-key' | 'partner-secret';
  readonly orgId: string;
  readonly id: string;
}

/** Keeps what must not be read from a copy of the database. */
export interface Seal {
  close(thing: SealedThing, text: string): Promise<string>;
  /** @throws Error with words where it was sealed with another secret, or is something else. */
  open(thing: SealedThing, sealed: string): Promise<string>;
}

/** The shortest secret of an installation, in bytes. */
export const SECRET_BYTES = 32;

/**
 * Seals with AES-256-GCM (JWE, RFC 7516) under a key that is derived from the secret of the installation.
 *
 * @throws Error with words where the secret is shorter than 32 bytes.
 */
export function createSeal(secret: string): Seal {
  if (Buffer.byteLength(secret) < SECRET_BYTES)
    throw new Error(`The secret of the installation must have at least ${SECRET_BYTES} bytes.`);
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'groundswell seal', 32));
  return {
    close: ({ kind, orgId, id }, text) =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: `${kind}/${orgId}/${id}` })
        .encrypt(key),
    open: async ({ kind, orgId, id }, sealed) => {
      const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
      const opened = await compactDecrypt(sealed, key, options).catch(() => undefined);
      if (opened?.protectedHeader.kid !== `${kind}/${orgId}/${id}`)
        throw new Error(`The ${kind} ${id} was sealed with another secret than this installation has now.`);
      return new TextDecoder().decode(opened.plaintext);
    },
  };
}
