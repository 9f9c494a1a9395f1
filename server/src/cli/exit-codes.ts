import { CommanderError } from 'commander';

import { ProblemError } from '@groundswell/elements/contract';

import { SettingsError } from '../config/read-settings.js';
import { isUnreachable } from '../database/failures.js';
import { FolderInUse } from '../database/lock-folder.js';

/** How a command ends, for scripts. Documented in the README; never renumbered. */
export const EXIT = { fine: 0, failed: 1, wrongInput: 2, noDatabase: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What somebody gave is not right: an argument, or a file. The message says what is expected. */
export class WrongInput extends Error {
  override readonly name = 'WrongInput';
}

/** The code that says what kind of failure it was. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongInput;
  if (error instanceof SettingsError || error instanceof WrongInput) return EXIT.wrongInput;
  const isAway = error instanceof ProblemError && error.code === 'unavailable';
  return isAway || causesOf(error).some((cause) => cause instanceof FolderInUse || isUnreachable(cause))
    ? EXIT.noDatabase
    : EXIT.failed;
}

/** An error, and what was behind it. */
export function causesOf(error: unknown): readonly unknown[] {
  const found: unknown[] = [];
  for (let cause = error; cause !== undefined && found.length < 5;) {
    found.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return found;
}
