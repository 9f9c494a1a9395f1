import type { Id } from '../domain/values/id-schema.js';
import { RequestEvent } from './event-families.js';

/** Somebody must sign in before going on; the host signs them in and provides a client that knows them. */
export class SignInRequestEvent extends RequestEvent<{ readonly actionId: Id | null }> {
  constructor(actionId: Id | null) {
    super('sign-in-request', { actionId });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sign-in-request': SignInRequestEvent;
  }
}
