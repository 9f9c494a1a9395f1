import type { SecretPartnerKey } from '../identity/partner-keys.js';
import { WrongInput } from './exit-codes.js';

/**
 * A shared secret out of a file: its text, without the line break that an editor leaves at the end.
 *
 * @throws WrongInput where it is a key of another kind: whoever knows a public key could sign with it as a secret.
 */
export function readSharedSecret(text: string): SecretPartnerKey {
  if (/^\s*(?:-----BEGIN |\{)/.test(text))
    throw new WrongInput('This is a key, not a secret: a public key goes with --key.');
  return { alg: 'HS256', secret: text.replace(/\r?\n$/, '') };
}
