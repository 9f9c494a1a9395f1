import { PROBLEM_STATUS } from '@groundswell/elements/contract';

/** An error as it may be written down: where it came from, and nothing of what it was about. */
export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  /** The places in the code, without the message before them. */
  readonly stack: readonly string[];
  readonly cause?: DescribedError;
}

/** How many errors behind an error are described. */
const CAUSES = 3;
const FRAMES = 12;

/**
 * Leaves out the message, because databases and parsers quote in it what they were given.
 *
 * @param error - Anything that was thrown.
 */
export function describeError(error: unknown, causes = CAUSES): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const code = (error as { readonly code?: unknown }).code;
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...(isCode(code) && { code }),
    stack: framesOf(error),
    ...(error.cause !== undefined && causes > 0 && { cause: describeError(error.cause, causes - 1) }),
  };
}

/** Codes of Node, PostgreSQL and our own problems; nothing that could be a name or a number of somebody. */
const isCode = (code: unknown): code is string =>
  typeof code === 'string' &&
  (Object.hasOwn(PROBLEM_STATUS, code) || /^(?:[A-Z][A-Z0-9_]{2,40}|[0-9A-Z]{5})$/.test(code));

/** A message may have several lines, one of which may look like a place: only what follows it counts. */
function framesOf({ stack = '', message }: Error): string[] {
  const after = stack.lastIndexOf(message);
  const rest = message === '' || after === -1 ? stack : stack.slice(after + message.length);
  return rest
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
}
