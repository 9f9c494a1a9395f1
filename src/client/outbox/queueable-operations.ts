import { recordPerform } from '../../contract/calls/perform.js';
import type { Creation } from './outbox.js';

/** Every operation that may wait on a device. Named one by one, so that a page loads no others. */
export const QUEUEABLE_OPERATIONS: readonly Creation[] = [recordPerform];
