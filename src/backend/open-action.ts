import type { FeedAction } from '../contract/feed.js';
import { ProblemError } from '../contract/problem-error.js';
import type { Action } from '../domain/action/action-schema.js';
import { decideClosing } from '../domain/action/closing.js';
import { needsSignIn } from '../domain/action/needs-sign-in.js';
import { decideVisibility, type Viewer } from '../domain/audience/visibility.js';
import type { Id } from '../domain/values/id-schema.js';
import { participantOf, viewerOf } from './participant.js';
import { engagementWith } from './record-event.js';
import type { Call } from './work.js';

type Asking = Pick<Call, 'ports' | 'caller' | 'now'>;

/**
 * An action that was published and that the caller can see, or could until it was closed or deleted. A share link opens
 * it for this call only: it is passed again with the next.
 */
export async function findVisible(
  { ports }: Asking,
  viewer: Viewer,
  id: Id,
  shareToken: string | undefined,
): Promise<Action | undefined> {
  const action = await ports.actions.get(id);
  if (action === undefined || action.publishedAt === null) return undefined;
  const byShareLink = shareToken !== undefined && (await ports.shareLinks.find(shareToken)) === id;
  const delivered = viewer.userId !== null && (await ports.deliveries.has(id, viewer.userId));
  const asPublished = { ...action, status: 'published' } as const;
  return decideVisibility(asPublished, viewer, { delivered, byShareLink }).ok ? action : undefined;
}

/** An action for somebody who asks for it by id: `not-found` where they may not know of it, `gone` where it is deleted. */
export async function openAction(call: Asking, id: Id, shareToken: string | undefined): Promise<Action> {
  const action = await findVisible(call, await viewerOf(call), id, shareToken);
  if (action === undefined) throw new ProblemError('not-found');
  if (action.status === 'deleted') throw new ProblemError('gone');
  return action;
}

/** Kinds and actions that need an account turn visitors away: they log in and come back. */
export function requireAccount({ caller }: Pick<Call, 'caller'>, action: Action): void {
  if (needsSignIn(action.content, caller.role)) throw new ProblemError('unauthenticated');
}

/** An action as a volunteer sees it, with how far they have come. */
export async function toFeedAction(call: Asking, action: Action): Promise<FeedAction> {
  return presentAction(action, await engagementWith(call, action.id, participantOf(call.caller)), call.now);
}

/** Leaves out everything about audience, lists and schedule. Past its closing time an action is as good as closed. */
export function presentAction(action: Action, engagement: FeedAction['engagement'], now: Date): FeedAction {
  const { id, content, featured, publishedAt } = action;
  if (publishedAt === null) throw new ProblemError('not-found');
  const status = decideClosing(action, now).state === 'closed' ? 'closed' : 'published';
  return { id, content, status, featured, publishedAt, engagement };
}
