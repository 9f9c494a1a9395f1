import type { Id } from '../domain/values/id-schema.js';
import { FactEvent, RequestEvent } from './event-families.js';

/**
 * Somebody must sign in before going on. A host that does so itself cancels this, signs them in, and provides a client that
 * knows them.
 */
export class SignInRequestEvent extends RequestEvent<{ readonly actionId: Id | null }> {
  constructor(actionId: Id | null) {
    super('sign-in-request', { actionId });
  }
}

/** Somebody has signed in, and the client that it happened through is theirs now. It does not say who. */
export class SignedInEvent extends FactEvent<null> {
  constructor() {
    super('signed-in', null);
  }
}

declare global {
  interface HTMLElementEventMap {
    'signed-in': SignedInEvent;
    'sign-in-request': SignInRequestEvent;
  }
}
