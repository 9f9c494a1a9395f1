import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Another process has the folder; its words say which. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** The files by which this process has folders. In a container, the process before this one may have had the same number. */
const own = new Set<string>();

/**
 * Takes a folder for this process alone, by a file beside it that names the process. A file that a dead process has left
 * is taken over.
 *
 * @returns How to let go of it.
 * @throws FolderInUse where a living process has it.
 */
export function lockFolder(folder: string): () => void {
  const file = `${resolve(folder)}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  if (!create(file)) {
    const owner = ownerOf(file);
    if (owner === process.pid ? own.has(file) : owner !== undefined && isAlive(owner))
      throw new FolderInUse(
        `${folder} is in use by process ${owner}. Stop it, or choose another folder: two at once would damage the data.`,
      );
    rmSync(file, { force: true });
    if (!create(file)) throw new FolderInUse(`${folder} was just taken by another process.`);
  }
  own.add(file);
  return () => {
    if (own.delete(file)) rmSync(file, { force: true });
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
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
