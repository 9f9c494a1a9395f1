import type { Timestamp } from '../values/id-schema.js';

/** As much of an engagement as says whether it is finished. */
export interface Doing {
  readonly completedAt: Timestamp | null;
}

/** Whether somebody has completed an action at least once. */
export const isDone = ({ completedAt }: Doing): boolean => completedAt !== null;
