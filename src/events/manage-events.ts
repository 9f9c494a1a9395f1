import { FactEvent, RequestEvent } from './event-families.js';
import type { ActionDetail } from './action-events.js';

/** What an organizer does to an action, as the verb of a request and the participle of the fact. */
const MANAGED = {
  publish: 'published',
  schedule: 'scheduled',
  unschedule: 'unscheduled',
  send: 'sent',
  close: 'closed',
  reopen: 'reopened',
  delete: 'deleted',
  feature: 'featured',
  save: 'saved',
  copy: 'copied',
} as const;

export type ManageVerb = keyof typeof MANAGED;
export type ManageParticiple = (typeof MANAGED)[ManageVerb];

/** An organizer asks for a change, such as `action-publish-request`; cancel it to stop the change or do it yourself. */
export class ActionManageRequestEvent extends RequestEvent<ActionDetail> {
  constructor(verb: ManageVerb, detail: ActionDetail) {
    super(`action-${verb}-request`, detail);
  }
}

/** An organizer's change is true now, such as `action-published`. */
export class ActionManagedEvent extends FactEvent<ActionDetail> {
  constructor(verb: ManageVerb, detail: ActionDetail) {
    super(`action-${MANAGED[verb]}`, detail);
  }
}

type Requests = { [Verb in ManageVerb as `action-${Verb}-request`]: ActionManageRequestEvent };
type Facts = { [Past in ManageParticiple as `action-${Past}`]: ActionManagedEvent };

declare global {
  interface HTMLElementEventMap extends Requests, Facts {}
}
