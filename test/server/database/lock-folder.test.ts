import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { FolderInUse, lockFolder } from '../../../server/src/database/lock-folder.js';

const parent = mkdtempSync(join(tmpdir(), 'groundswell-lock-'));
let made = 0;
let folder: string;

beforeEach(() => {
  folder = join(parent, String((made += 1)));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('a folder that somebody has', () => {
  it('is refused to a second one in the same process, until the first lets go', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    unlock();
    lockFolder(folder)();
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  it('is refused while another process lives that has it, and says which', () => {
    writeFileSync(`${folder}.lock`, String(process.ppid));
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.ppid}`);
  });

  it('is taken over from a process that is gone, also from one that had the number of this one', () => {
    // The largest number that a process can have is smaller.
    for (const owner of ['999999999', String(process.pid), '', 'nonsense']) {
      writeFileSync(`${folder}.lock`, owner);
      lockFolder(folder)();
    }
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });
});
