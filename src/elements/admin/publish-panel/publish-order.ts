import {
  publishAction,
  reopenAction,
  scheduleAction,
  sendAction,
  unscheduleAction,
  updateAction,
} from '../../../contract/calls/actions.js';
import type { Client } from '../../../contract/client.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { Action, Audience, Schedule } from '../../../domain/action/action-schema.js';
import { decideTransition, type TransitionDecision } from '../../../domain/action/lifecycle.js';
import type { Id } from '../../../domain/values/id-schema.js';

/** What to do with an action. The names are those of the events that ask for it. */
export type Step =
  | { readonly to: 'save' | 'publish' | 'unschedule' | 'reopen' }
  | { readonly to: 'send'; readonly listIds: Id[]; readonly folderIds: Id[]; readonly userIds: Id[] }
  | {
      readonly to: 'schedule';
      readonly schedule: Schedule;
      readonly recipients: { readonly listIds: Id[]; readonly userIds: Id[] } | undefined;
    };

/** One press of a button: which version somebody has seen, the limits if they are new, and what to do. */
export interface Order {
  readonly id: Id;
  readonly version: number;
  readonly kind: ActionKind;
  readonly limits: Pick<Audience, 'districtIds' | 'languages'> | undefined;
  readonly step: Step;
}

/** Whether a step could be made now, by the very rules by which a backend decides. */
export function decideStep(action: Action, step: Step, now: Date): TransitionDecision {
  const { audience } = action;
  switch (step.to) {
    case 'save':
      return decideTransition(action, { to: 'update' }, now);
    case 'publish':
      return decideTransition(action, { to: 'publish', visibility: 'public' }, now);
    case 'send': {
      // A folder that is chosen stands for its lists.
      const addressed = { ...audience, listIds: [...step.listIds, ...step.folderIds], userIds: step.userIds };
      return decideTransition({ ...action, audience: addressed }, { to: 'send' }, now);
    }
    case 'schedule': {
      const addressed = { ...audience, ...step.recipients };
      const { schedule } = step;
      return decideTransition({ ...action, audience: addressed }, { to: 'schedule', schedule }, now);
    }
    case 'unschedule':
    case 'reopen':
      return decideTransition(action, { to: step.to }, now);
  }
}

/**
 * Does what was ordered: first the limits, so that nobody sees it in between who should not, then the step.
 *
 * @param landed - Told of every version on the way, so that a retry after a failure builds on it.
 */
export async function carryOut(
  client: Client,
  order: Order,
  key: string,
  landed: (action: Action) => void,
): Promise<Action> {
  const { id, limits, step } = order;
  let { version } = order;
  if (limits !== undefined) {
    const updated = await client.call(updateAction, { id, version, limits });
    landed(updated);
    if (step.to === 'save') return updated;
    version = updated.version;
  }
  const action = await takeStep(client, { id, version }, step, key);
  landed(action);
  return action;
}

async function takeStep(
  client: Client,
  read: { readonly id: Id; readonly version: number },
  step: Step,
  key: string,
): Promise<Action> {
  switch (step.to) {
    case 'save':
      return client.call(updateAction, read);
    case 'publish':
      return client.call(publishAction, { ...read, visibility: 'public' });
    case 'send': {
      const { listIds, folderIds, userIds } = step;
      const { action } = await client.call(sendAction, { ...read, listIds, folderIds, userIds }, { key });
      return action;
    }
    case 'schedule': {
      const { schedule, recipients } = step;
      return client.call(scheduleAction, { ...read, schedule, ...(recipients && { recipients }) });
    }
    case 'unschedule':
      return client.call(unscheduleAction, read);
    case 'reopen':
      return client.call(reopenAction, read);
  }
}
