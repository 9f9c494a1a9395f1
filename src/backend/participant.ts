import type { Caller } from '../contract/caller.js';
import type { Viewer } from '../domain/audience/visibility.js';
import type { Participant } from '../domain/results/event-schema.js';
import type { Call } from './work.js';

/**
 * Under which name a caller's events are counted. Undefined for a visitor whose device keeps no guest id: nothing that
 * is counted once per person can be counted for them.
 */
export function participantOf(caller: Caller): Participant | undefined {
  if (caller.role !== 'visitor') return `user:${caller.userId}`;
  return caller.guestId === undefined ? undefined : `guest:${caller.guestId}`;
}

/** What the visibility rules need to know of a caller. The language is the one that their app runs in. */
export async function viewerOf({ caller, ports }: Pick<Call, 'caller' | 'ports'>): Promise<Viewer> {
  if (caller.role === 'visitor') return { userId: null, districtIds: [], language: caller.language };
  const user = await ports.people.find(caller.userId);
  return { userId: caller.userId, districtIds: user?.districtIds ?? [], language: caller.language };
}
