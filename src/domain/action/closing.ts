import type { Timestamp } from '../values/id-schema.js';

/** How long before it closes an action is said to close soon, in milliseconds: three days. */
export const CLOSES_SOON = 3 * 86_400_000;

export type Closing =
  | { readonly state: 'open' }
  | { readonly state: 'closes-soon'; readonly at: Timestamp }
  | { readonly state: 'closed' };

interface Closable {
  readonly status: string;
  readonly content: { readonly closesAt: Timestamp | null };
}

/** Whether an action is still open at `now`: until somebody closes it, or the moment comes that its content names. */
export function decideClosing({ status, content: { closesAt } }: Closable, now: Date): Closing {
  if (status !== 'published') return { state: 'closed' };
  if (closesAt === null) return { state: 'open' };
  const left = Date.parse(closesAt) - now.getTime();
  if (left <= 0) return { state: 'closed' };
  return left <= CLOSES_SOON ? { state: 'closes-soon', at: closesAt } : { state: 'open' };
}
