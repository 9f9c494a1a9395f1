import { fingerprint } from './fingerprint.js';

/** Under which name codes for an e-mail address are kept, so that a store can be read without learning who has asked. */
export const addressName = (email: string): Promise<string> => fingerprint(['sign-in', email]);

/** A code as it is kept: its fingerprint with a salt, after the salt. Ids, fingerprints and salts have no dot. */
export const sealCode = async (address: string, code: string, salt: string): Promise<string> =>
  `${salt}.${await fingerprint(['code', salt, address, code])}`;

/** Whether this is the code that was kept. */
export async function isSealed(seal: string | null, address: string, code: string): Promise<boolean> {
  const salt = seal?.split('.', 1)[0] ?? '';
  return (await sealCode(address, code, salt)) === seal;
}
