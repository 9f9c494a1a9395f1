import type { ClientErrorCode } from '../contract/client-error.js';
import { FactEvent } from './event-families.js';

/** A person was shown a failure. */
export class ClientFailedEvent extends FactEvent<{ readonly code: ClientErrorCode }> {
  constructor(code: ClientErrorCode) {
    super('client-failed', { code });
  }
}

declare global {
  interface HTMLElementEventMap {
    'client-failed': ClientFailedEvent;
  }
}
