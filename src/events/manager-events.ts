import type { Id } from '../domain/values/id-schema.js';
import { FactEvent, RequestEvent } from './event-families.js';

/** What the manager shows: the list, or one side of one action. */
export const MANAGER_VIEWS = ['list', 'edit', 'publish', 'share', 'results'] as const;

export type ManagerView = (typeof MANAGER_VIEWS)[number];

/** Where the manager is. The id is empty in the list, and while a new action has not been saved. */
export interface ManagerRoute {
  readonly view: ManagerView;
  readonly actionId: Id;
}

/** Somebody wants to go somewhere in the manager. Cancel it to go there by other means, such as a link of the page. */
export class ManagerNavigateRequestEvent extends RequestEvent<ManagerRoute> {
  constructor(route: ManagerRoute) {
    super('manager-navigate-request', route);
  }
}

/** The manager shows something else now: the moment to mirror it in the address of the page. */
export class ManagerNavigatedEvent extends FactEvent<ManagerRoute> {
  constructor(route: ManagerRoute) {
    super('manager-navigated', route);
  }
}

declare global {
  interface HTMLElementEventMap {
    'manager-navigate-request': ManagerNavigateRequestEvent;
    'manager-navigated': ManagerNavigatedEvent;
  }
}
