import { ProblemError } from '@groundswell/elements/contract';

import { FolderInUse } from '../database/lock-folder.js';
import { causesOf, exitCodeOf, EXIT } from './exit-codes.js';

/**
 * A failure in words, for whoever typed the command.
 *
 * @param withStack - Whether also to say where in the code it happened.
 */
export function explainFailure(error: unknown, withStack: boolean): string {
  const words = inWords(error);
  return withStack && error instanceof Error ? `${words}\n${stacksOf(error)}` : words;
}

function inWords(error: unknown): string {
  const busy = causesOf(error).find((cause) => cause instanceof FolderInUse);
  if (busy !== undefined) return busy.message;
  if (exitCodeOf(error) === EXIT.noDatabase)
    return 'The database cannot be reached. Is DATABASE_URL right, and is the server running?';
  if (error instanceof ProblemError) return `It was refused: ${error.code}.`;
  return error instanceof Error ? error.message : 'Something went wrong that nobody foresaw.';
}

const stacksOf = (error: Error): string =>
  causesOf(error)
    .map((cause) => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)))
    .join('\ncaused by ');
