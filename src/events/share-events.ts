import type { Network } from '../domain/sharing/network.js';
import type { Id } from '../domain/values/id-schema.js';
import { RequestEvent } from './event-families.js';

/** Which action is to be shared, and where. Never the message. */
export interface ShareDetail {
  readonly actionId: Id;
  readonly network: Network;
}

/** Somebody has chosen where to share. Cancel it to hand the message over in another way. */
export class ActionShareRequestEvent extends RequestEvent<ShareDetail> {
  constructor(detail: ShareDetail) {
    super('action-share-request', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'action-share-request': ActionShareRequestEvent;
  }
}
