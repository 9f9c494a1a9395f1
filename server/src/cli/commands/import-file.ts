import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';

import { importOrganization, OrganizationExists } from '../../transfer/import-organization.js';
import { TransferError } from '../../transfer/transfer-line.js';
import { progressOf, say, withDatabase, type CommandWorld } from '../command-world.js';
import { WrongInput } from '../exit-codes.js';
import { explainFileError } from '../explain-file-error.js';

/**
 * Reads an organization from an export, and says its id.
 *
 * @throws WrongInput that names the line where the export is not right.
 */
export async function importFile(
  world: CommandWorld,
  file: string,
  { replace = false }: { readonly replace?: boolean },
): Promise<void> {
  const size = await readSize(file);
  const progress = progressOf(world, 'Importing bytes');
  let read = 0;
  const openLines = () => {
    read = 0;
    const stream = createReadStream(file);
    stream.on('data', (chunk) => (read += chunk.length));
    return createInterface({ input: stream, crlfDelay: Infinity });
  };
  try {
    const onProgress = () => progress.show(read, size);
    const orgId = await withDatabase(world, (database) =>
      importOrganization({ database, openLines, replaces: replace, onProgress }),
    );
    say(world, orgId);
  } catch (error) {
    if (error instanceof TransferError) throw new WrongInput(`${file}:${error.line} ${error.message}.`);
    if (error instanceof OrganizationExists)
      throw new WrongInput(`${error.message} To put this in its place, say --replace.`);
    throw error;
  } finally {
    progress.stop();
  }
}

/** @throws WrongInput where it is no file that may be read. */
async function readSize(file: string): Promise<number> {
  try {
    await access(file, constants.R_OK);
    const status = await stat(file);
    if (status.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    return status.size;
  } catch (error) {
    throw explainFileError(file, error);
  }
}
