import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { exportOrganization } from '../../transfer/export-organization.js';
import { progressOf, say, tell, withDatabase, type CommandWorld } from '../command-world.js';
import { explainFileError } from '../explain-file-error.js';
import { requireOrganization } from '../require-organization.js';

/**
 * Writes an organization into a file that is not there yet, or to standard output where none is named. A file is said
 * when it is complete.
 */
export async function exportFile(world: CommandWorld, org: string, file: string | undefined): Promise<void> {
  await withDatabase(world, async (database) => {
    const orgId = await requireOrganization(database, org);
    const target = file === undefined ? world.stdout : await openNew(file);
    const progress = progressOf(world, `Exporting ${orgId}`);
    const lines = await exportOrganization({
      database,
      orgId,
      onProgress: (done, total) => progress.show(done, total),
      write: async (line) => {
        if (!target.write(`${line}\n`)) await once(target, 'drain');
      },
    });
    progress.stop();
    if (file === undefined) return;
    target.end();
    await finished(target);
    say(world, file);
    tell(world, `${lines ?? 0} lines. It holds names and addresses: keep it where nobody else reads it.`);
  });
}

/** Readable by its owner alone. */
async function openNew(file: string) {
  const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  try {
    await once(stream, 'open');
  } catch (error) {
    throw explainFileError(file, error);
  }
  return stream;
}
