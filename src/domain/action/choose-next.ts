import { isDone, type Doing } from '../perform/is-done.js';
import type { Id } from '../values/id-schema.js';

interface Candidate {
  readonly id: Id;
  readonly status: string;
  readonly engagement: Doing;
}

/** The next few actions to offer somebody who is at `currentId`: open, not yet done, in the order of the feed. */
export const chooseNext = <A extends Candidate>(
  actions: readonly A[],
  currentId: Id,
  limit: number,
): readonly A[] =>
  actions
    .filter(({ id, status, engagement }) => id !== currentId && status === 'published' && !isDone(engagement))
    .slice(0, limit);
