import { DeliveryFailure } from './delivery-port.js';

/** Answers after which the same request may be taken: not now, too many, or something to put right on our side. */
const PASSING: ReadonlySet<number> = new Set([401, 403, 408, 425, 429]);

/** What the status of an answer means for the message, as `http-429`. */
export const explainStatus = (status: number): DeliveryFailure =>
  new DeliveryFailure(`http-${status}`, { isPassing: status >= 500 || PASSING.has(status) });

/** What it means that there was no answer at all. */
export function explainFetchFailure(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  const isLate = error instanceof DOMException && error.name === 'TimeoutError';
  return new DeliveryFailure(isLate ? 'timed-out' : 'unreachable', { isPassing: true });
}
