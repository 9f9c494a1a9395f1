import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

import { RefusedPartnerKey, registerPartnerKey, type PartnerKey } from '../../identity/partner-keys.js';
import { createSeal } from '../../identity/seal.js';
import { say, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { explainFileError } from '../explain-file-error.js';
import { readPublicKey } from '../read-public-key.js';
import { readSharedSecret } from '../read-shared-secret.js';
import { requireOrganization } from '../require-organization.js';

export interface PartnerFiles {
  readonly key?: string;
  readonly secret?: string;
}

/**
 * Takes a partner's word for who its users are, and says the `kid` that its tokens must name. Keys come from files, so
 * that no secret is left in the history of a shell or in a list of processes.
 *
 * @throws WrongInput where the organization is not there, or the file holds no key that can be taken.
 */
export async function addPartner(
  world: CommandWorld,
  { orgId: org, name }: { readonly orgId: string; readonly name: string },
  files: PartnerFiles,
): Promise<void> {
  const key = await readKey(files);
  const kid = await withDatabase(world, async (database, { secret }) => {
    const orgId = await requireOrganization(database, org);
    const options = { database, seal: createSeal(secret), now: world.now };
    return registerPartnerKey(options, orgId, { name, key }).catch((error: unknown) => {
      throw error instanceof RefusedPartnerKey ? new WrongInput(error.message) : error;
    });
  });
  say(world, kid);
}

async function readKey({ key, secret }: PartnerFiles): Promise<PartnerKey> {
  if (key !== undefined && secret === undefined) return readPublicKey(await read(key));
  if (secret !== undefined && key === undefined) return readSharedSecret(await read(secret));
  throw new WrongInput('A partner has either --key <file> or --secret <file>.');
}

async function read(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw explainFileError(file, error);
  });
  // Bytes that are no text would be replaced one by one with the same character, and a secret be none.
  if (!isUtf8(bytes)) throw new WrongInput(`${file}: it is not text in UTF-8.`);
  return bytes.toString('utf8');
}
