import { ProblemError, type ProblemCode } from '@groundswell/elements/contract';
import { HttpRefusal, toProblemResponse } from '@groundswell/elements/http';

/** A problem whose status says more than its code does, such as 408. */
export const answerStatus = (
  status: number,
  title: string,
  code: ProblemCode,
  headers: Readonly<Record<string, string>> = {},
): Response => toProblemResponse({ ...new ProblemError(code).toProblem(), title, status }, headers);

/**
 * Anything that was thrown, as a problem (RFC 9457). What nobody foresaw says no more than `internal`.
 *
 * @param report - Told of what nobody foresaw.
 */
export function toProblem(error: unknown, report: (error: unknown) => void): Response {
  if (error instanceof HttpRefusal) return toProblemResponse(error.toProblem(), error.headers);
  if (error instanceof ProblemError) return toProblemResponse(error.toProblem());
  report(error);
  return toProblemResponse(new ProblemError('internal').toProblem());
}
