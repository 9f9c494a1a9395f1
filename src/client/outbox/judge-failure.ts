import type { ClientErrorCode } from '../../contract/client-error.js';

/**
 * What a failure means for an item and for those behind it.
 *
 * - `all-wait`: nothing is wrong with the item; nothing else would get through now either.
 * - `stop`: it may be the backend or the item. The others wait a moment, the item waits its own time.
 * - `step-aside`: it is about this item, and may pass. The others go on.
 * - `refused`: it will never be accepted.
 */
export type Verdict = 'all-wait' | 'stop' | 'step-aside' | 'refused';

const VERDICTS: Readonly<Record<ClientErrorCode, Verdict>> = {
  offline: 'all-wait',
  'rate-limited': 'all-wait',
  unauthenticated: 'all-wait',
  unavailable: 'stop',
  'timed-out': 'stop',
  internal: 'step-aside',
  'in-progress': 'step-aside',
  'invalid-input': 'refused',
  forbidden: 'refused',
  'not-found': 'refused',
  gone: 'refused',
  'transition-refused': 'refused',
  'version-conflict': 'refused',
  'version-required': 'refused',
  'key-required': 'refused',
  'key-reused': 'refused',
  'too-large': 'refused',
  unsupported: 'refused',
  'broken-contract': 'refused',
};

/** So many internal errors in a row are not in passing: the item itself breaks the backend. */
export const POISONED_AFTER = 8;

/** @param attempts - How often a backend has failed to answer this item before. */
export const judgeFailure = (code: ClientErrorCode, attempts: number): Verdict =>
  code === 'internal' && attempts + 1 >= POISONED_AFTER ? 'refused' : VERDICTS[code];
