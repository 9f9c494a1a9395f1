import type { Id } from '../domain/values/id-schema.js';
import { RequestEvent } from './event-families.js';

/** Which field of which action, such as `title` or `shareLink`. */
export interface FieldDetail {
  readonly actionId: Id;
  readonly field: string;
}

/** Somebody wants to fill in a field that is missing. Whoever shows the editor takes them there. */
export class ActionFieldRequestEvent extends RequestEvent<FieldDetail> {
  constructor(detail: FieldDetail) {
    super('action-field-request', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'action-field-request': ActionFieldRequestEvent;
  }
}
