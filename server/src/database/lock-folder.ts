import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another process has the folder; its words say which. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Takes a folder for this process alone, by a file beside it that names the process. A file that a dead process has left
 * is taken over.
 *
 * @returns How to let go of it.
 * @throws FolderInUse where a living process has it.
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  if (!create(file)) {
    const owner = ownerOf(file);
    if (owner !== undefined && isAlive(owner))
      throw new FolderInUse(
        `${folder} is in use by process ${owner}. Stop it, or choose another folder: two at once would damage the data.`,
      );
    rmSync(file, { force: true });
    if (!create(file)) throw new FolderInUse(`${folder} was just taken by another process.`);
  }
  return () => {
    if (ownerOf(file) === process.pid) rmSync(file, { force: true });
  };
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(file: string): number | undefined {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(process_: number): boolean {
  if (process_ === process.pid) return true;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
