import { createPublicKey } from 'node:crypto';

import type { PublicPartnerKey } from '../identity/partner-keys.js';
import { WrongInput } from './exit-codes.js';

type PublicKey = PublicPartnerKey['publicKey'];

/** What a key signs with, by what kind of key it is (RFC 7518, 3.1; RFC 8037, 3.1). */
const ALGORITHMS: Readonly<Record<string, PublicPartnerKey['alg']>> = {
  'EC P-256': 'ES256',
  'OKP Ed25519': 'EdDSA',
  RSA: 'RS256',
};

/**
 * A public key out of a file, as a JWK (RFC 7517) or as PEM (RFC 7468), and what it signs with.
 *
 * @throws WrongInput where the text is neither, or the key is private or of another kind. It repeats nothing of it.
 */
export function readPublicKey(text: string): PublicPartnerKey {
  const publicKey = text.includes('-----BEGIN ') ? readPem(text) : readJwk(text);
  const alg = ALGORITHMS[[publicKey.kty, publicKey.crv].filter((part) => part !== undefined).join(' ')];
  if (alg === undefined) throw new WrongInput('A public key is one of P-256, Ed25519 or RSA.');
  return { alg, publicKey };
}

function readPem(text: string): PublicKey {
  // Node would make a public key of a private one, and whoever sent that should know.
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    throw new WrongInput('This is a private key: keep it, and register the public one.');
  try {
    return createPublicKey(text).export({ format: 'jwk' });
  } catch {
    throw new WrongInput('This is not a public key as PEM.');
  }
}

function readJwk(text: string): PublicKey {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below: what the parser says would repeat the text.
  }
  throw new WrongInput('This is not a public key as a JWK or PEM.');
}
