import { fingerprint } from './fingerprint.js';

/**
 * Under which name codes for an e-mail address are kept, so that no store lists who has asked. It hides nothing from
 * whoever guesses an address and tries it.
 */
export const addressName = (email: string): Promise<string> => fingerprint(['sign-in', email]);

/**
 * A code as it is kept: its fingerprint with a salt, after the salt. Ids, fingerprints and salts have no dot. That keeps it
 * out of sight and no more: there are a million codes, and whoever reads a store can try them all while one is good.
 */
export const sealCode = async (address: string, code: string, salt: string): Promise<string> =>
  `${salt}.${await fingerprint(['code', salt, address, code])}`;

/** Whether this is the code that was kept. */
export async function isSealed(seal: string | null, address: string, code: string): Promise<boolean> {
  const salt = seal?.split('.', 1)[0] ?? '';
  return (await sealCode(address, code, salt)) === seal;
}
