import type { ActionKind } from '../domain/action/action-kind.js';
import type { PerformResult } from '../domain/perform/perform-schema.js';
import type { Id } from '../domain/values/id-schema.js';
import { FactEvent, RequestEvent } from './event-families.js';

/** Which action an event is about. Never who, and never what somebody wrote. */
export interface ActionDetail {
  readonly actionId: Id;
  readonly kind: ActionKind;
}

export interface PerformedDetail extends ActionDetail {
  readonly outcome: PerformResult['outcome'];
  /** True while it waits on the device for the network. */
  readonly queued: boolean;
}

/** Somebody wants to see one action. By default it opens in place; cancel to open it elsewhere. */
export class ActionOpenRequestEvent extends RequestEvent<ActionDetail> {
  constructor(detail: ActionDetail) {
    super('action-open-request', detail);
  }
}

/** The start button was pressed, and nothing has happened yet. */
export class ActionStartRequestEvent extends RequestEvent<ActionDetail> {
  constructor(detail: ActionDetail) {
    super('action-start-request', detail);
  }
}

/** The backend has recorded the start. */
export class ActionStartedEvent extends FactEvent<ActionDetail> {
  constructor(detail: ActionDetail) {
    super('action-started', detail);
  }
}

/** What the person did was recorded, or is kept until the network is back. */
export class ActionPerformedEvent extends FactEvent<PerformedDetail> {
  constructor(detail: PerformedDetail) {
    super('action-performed', detail);
  }
}

/** An action has come into view for the first time. */
export class ActionSeenEvent extends FactEvent<ActionDetail> {
  constructor(detail: ActionDetail) {
    super('action-seen', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'action-open-request': ActionOpenRequestEvent;
    'action-start-request': ActionStartRequestEvent;
    'action-started': ActionStartedEvent;
    'action-performed': ActionPerformedEvent;
    'action-seen': ActionSeenEvent;
  }
}
