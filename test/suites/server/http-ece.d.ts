declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  /** Decrypts a body as RFC 8188 has it, with the keys of a push subscription. */
  export function decrypt(
    body: Buffer,
    options: { readonly version: 'aes128gcm'; readonly privateKey: ECDH; readonly authSecret: string },
  ): Buffer;
}
