import { WrongInput } from './exit-codes.js';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read or written',
  EEXIST: 'it is there already',
  ENOSPC: 'the disk is full',
};

/** Why a file that somebody named could not be used. */
export function explainFileError(file: string, error: unknown): WrongInput {
  const code = String((error as NodeJS.ErrnoException).code);
  return new WrongInput(`${file}: ${WORDS[code] ?? code}.`, { cause: error });
}
