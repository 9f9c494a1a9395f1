import { ProblemError } from '../contract/problem-error.js';
import type { Action } from '../domain/action/action-schema.js';
import { decideTransition, type Transition, type TransitionDecision } from '../domain/action/lifecycle.js';
import type { Id } from '../domain/values/id-schema.js';
import { stamp, type Work } from './work.js';

/** The action with this id, of whatever status. */
export async function loadAction({ ports }: Pick<Work, 'ports'>, id: Id): Promise<Action> {
  const action = await ports.actions.get(id);
  if (action === undefined) throw new ProblemError('not-found');
  return action;
}

/** The action with this id, provided that the caller has read its newest version. */
export async function loadVersion(work: Pick<Work, 'ports'>, id: Id, version: number): Promise<Action> {
  const action = await loadAction(work, id);
  if (action.version !== version) throw new ProblemError('version-conflict', { current: action });
  return action;
}

/** Asks the domain whether an action may make a transition, and saves what it is afterwards. */
export function makeTransition(
  work: Work,
  action: Action,
  transition: Transition,
  changes: Partial<Action> = {},
): Promise<Action> {
  const changed = { ...action, ...changes };
  return applyDecision(work, changed, decideTransition(changed, transition, work.now));
}

/** Saves what a decision makes of an action, or refuses with its reason. */
export async function applyDecision(
  work: Work,
  action: Action,
  decision: TransitionDecision,
): Promise<Action> {
  if (!decision.ok) throw refusal(decision);
  const { status, visibility, schedule } = decision;
  const now = stamp(work);
  return saveAction(work, {
    ...action,
    status,
    visibility,
    schedule,
    publishFailure: null,
    publishedAt: visibility === 'unpublished' ? null : (action.publishedAt ?? now),
    closedAt: status === 'closed' || status === 'deleted' ? (action.closedAt ?? closing(status, now)) : null,
    deletedAt: status === 'deleted' ? now : null,
  });
}

/** Saves the next version of an action and tells of it. */
export async function saveAction(work: Work, action: Action): Promise<Action> {
  const next = { ...action, version: action.version + 1, updatedAt: stamp(work) };
  await work.ports.actions.save(next);
  work.announce('actions', next.id);
  return next;
}

const closing = (status: 'closed' | 'deleted', now: string): string | null =>
  status === 'closed' ? now : null;

function refusal(decision: TransitionDecision & { readonly ok: false }): ProblemError {
  const { reason, issues } = decision;
  const fields = issues?.map((issue) => ({ ...issue, path: `content.${issue.path}` }));
  return new ProblemError('transition-refused', { reason, ...(fields === undefined ? {} : { fields }) });
}
