import type { FieldIssue } from '../values/field-issue-schema.js';
import type { Action, ActionStatus, Schedule, Visibility } from './action-schema.js';
import { checkContent } from './check-content.js';

/** What an organizer (or the clock, for `publish-scheduled`) asks of an action. */
export type Transition =
  | { readonly to: 'update' }
  | { readonly to: 'schedule'; readonly schedule: Schedule }
  | { readonly to: 'unschedule' }
  | { readonly to: 'publish'; readonly visibility: 'public' | 'private' }
  | { readonly to: 'publish-scheduled' }
  | { readonly to: 'send' }
  | { readonly to: 'close' }
  | { readonly to: 'reopen' }
  | { readonly to: 'delete' }
  | { readonly to: 'feature' };

/** Why a transition is refused. Closed, so that every reason has words in every language. */
export const TRANSITION_REFUSALS = [
  'deleted',
  'closed',
  'not-published',
  'already-published',
  'already-public',
  'public-stays-public',
  'not-scheduled',
  'not-due',
  'not-closed',
  'already-closed',
  'in-the-past',
  'incomplete',
  'nobody-selected',
] as const;

export type TransitionRefusal = (typeof TRANSITION_REFUSALS)[number];

export type TransitionDecision =
  | {
      readonly ok: true;
      readonly status: ActionStatus;
      readonly visibility: Visibility;
      readonly schedule: Schedule | null;
    }
  | { readonly ok: false; readonly reason: TransitionRefusal; readonly issues?: readonly FieldIssue[] };

type Subject = Pick<Action, 'status' | 'visibility' | 'schedule' | 'content' | 'audience'>;

const isUnpublished = (status: ActionStatus): boolean => status === 'draft' || status === 'scheduled';
const hasTargets = ({ audience }: Subject): boolean =>
  audience.listIds.length > 0 || audience.userIds.length > 0;

/**
 * Whether an action may make a transition at `now`, and what it is afterwards. One function decides for the button that
 * is disabled and for the backend that refuses.
 */
export function decideTransition(action: Subject, transition: Transition, now: Date): TransitionDecision {
  if (action.status === 'deleted') return { ok: false, reason: 'deleted' };
  switch (transition.to) {
    case 'update':
      return isUnpublished(action.status) ? stay(action) : requireComplete(action, stay(action));
    case 'schedule':
      return decideSchedule(action, transition.schedule, now);
    case 'unschedule':
      return action.status === 'scheduled' ? become('draft', 'unpublished') : refuse('not-scheduled');
    case 'publish':
      return decidePublish(action, transition.visibility);
    case 'publish-scheduled':
      return decideScheduledPublish(action, now);
    case 'send':
      return decideSend(action);
    case 'close':
      if (action.status === 'closed') return refuse('already-closed');
      return action.status === 'published' ? become('closed', action.visibility) : refuse('not-published');
    case 'reopen':
      return action.status === 'closed' ? become('published', action.visibility) : refuse('not-closed');
    case 'delete':
      return become('deleted', action.visibility);
    case 'feature':
      return stay(action);
  }
}

function decideSchedule(action: Subject, schedule: Schedule, now: Date): TransitionDecision {
  if (action.status === 'closed') return refuse('closed');
  if (!isUnpublished(action.status)) return refuse('already-published');
  // Turned around, so that a time that is none is refused too.
  if (!(Date.parse(schedule.publishAt) > now.getTime())) return refuse('in-the-past');
  if (schedule.visibility === 'private' && !hasTargets(action)) return refuse('nobody-selected');
  return requireComplete(action, { ok: true, status: 'scheduled', visibility: 'unpublished', schedule });
}

function decidePublish(action: Subject, visibility: 'public' | 'private'): TransitionDecision {
  if (action.status === 'closed') return refuse('closed');
  if (action.visibility === 'public')
    return refuse(visibility === 'public' ? 'already-public' : 'public-stays-public');
  if (visibility === 'private' && action.visibility === 'private') return refuse('already-published');
  if (visibility === 'private' && !hasTargets(action)) return refuse('nobody-selected');
  return requireComplete(action, become('published', visibility));
}

function decideScheduledPublish(action: Subject, now: Date): TransitionDecision {
  if (action.status !== 'scheduled' || action.schedule === null) return refuse('not-scheduled');
  if (!(Date.parse(action.schedule.publishAt) <= now.getTime())) return refuse('not-due');
  return decidePublish(action, action.schedule.visibility);
}

/** Sending publishes what is unpublished privately, and leaves the visibility of what is already out as it is. */
function decideSend(action: Subject): TransitionDecision {
  if (action.status === 'closed') return refuse('closed');
  if (!hasTargets(action)) return refuse('nobody-selected');
  const visibility = action.visibility === 'unpublished' ? 'private' : action.visibility;
  return requireComplete(action, become('published', visibility));
}

function requireComplete(action: Subject, decision: TransitionDecision): TransitionDecision {
  const issues = checkContent(action.content);
  return issues.length === 0 ? decision : { ok: false, reason: 'incomplete', issues };
}

const stay = (action: Subject): TransitionDecision => ({
  ok: true,
  status: action.status,
  visibility: action.visibility,
  schedule: action.schedule,
});

const become = (status: ActionStatus, visibility: Visibility): TransitionDecision => ({
  ok: true,
  status,
  visibility,
  schedule: null,
});

const refuse = (reason: TransitionRefusal): TransitionDecision => ({ ok: false, reason });
