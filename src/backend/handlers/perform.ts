import { ProblemError } from '../../contract/problem-error.js';
import type { Engagement } from '../../contract/feed.js';
import type { Action } from '../../domain/action/action-schema.js';
import { decideClosing } from '../../domain/action/closing.js';
import { decideStart } from '../../domain/action/decide-start.js';
import { isPerform } from '../../domain/perform/is-perform.js';
import type { PerformResult } from '../../domain/perform/perform-schema.js';
import type { Timestamp } from '../../domain/values/id-schema.js';
import { findVisible, openAction, requireAccount } from '../open-action.js';
import { participantOf, viewerOf } from '../participant.js';
import { engagementWith, recordEvent, recordFirst } from '../record-event.js';
import { stamp, type HandlersOf, type Work } from '../work.js';

export const performHandlers: HandlersOf<'perform.seen' | 'perform.start' | 'perform.record'> = {
  // What somebody can't see, and visitors without a guest id, are left out without a word.
  'perform.seen': async (call, { actionIds, shareToken }) => {
    const participant = participantOf(call.caller);
    if (participant === undefined) return { recorded: 0 };
    const viewer = await viewerOf(call);
    let recorded = 0;
    for (const id of new Set(actionIds)) {
      const action = await findVisible(call, viewer, id, shareToken);
      if (action === undefined || decideClosing(action, call.now).state === 'closed') continue;
      if (await recordFirst(call, 'seen', id, participant)) recorded += 1;
    }
    return { recorded };
  },

  'perform.start': async (call, { actionId, shareToken }) => {
    const action = await openAction(call, actionId, shareToken);
    const participant = participantOf(call.caller);
    const before = await engagementWith(call, actionId, participant);
    requireOpen(call, action, before);
    requireAccount(call, action);
    if (participant === undefined) return before;
    await recordFirst(call, 'started', actionId, participant);
    return engagementWith(call, actionId, participant);
  },

  // Somebody who had started may finish after the action was closed; whoever performs has also started.
  'perform.record': async (call, { actionId, result, occurredAt, shareToken }) => {
    const action = await openAction(call, actionId, shareToken);
    const participant = participantOf(call.caller) ?? `guest:${call.newId()}`;
    requireOpen(call, action, await engagementWith(call, actionId, participant));
    requireAccount(call, action);
    requireKind(action, result);
    const at = notLater(call, occurredAt);
    const type = isPerform(result) ? 'performed' : 'noted';
    if (type === 'performed') await recordFirst(call, 'started', actionId, participant, at);
    await recordEvent(call, { type, actionId, participant, occurredAt: at, result }, [
      call.key ?? call.newId(),
    ]);
    return engagementWith(call, actionId, participant);
  },
};

function requireOpen(work: Work, action: Action, engagement: Engagement): void {
  if (decideStart({ ...action, engagement }, work.now) !== 'closed') return;
  throw new ProblemError('transition-refused', { reason: 'closed' });
}

function requireKind(action: Action, result: PerformResult): void {
  if (result.kind === action.content.kind) return;
  throw new ProblemError('invalid-input', { fields: [{ path: 'result.kind', code: 'not-allowed' }] });
}

/** When it happened on the device, unless its clock is ahead of ours. */
function notLater(work: Work, occurredAt: Timestamp | undefined): Timestamp {
  const isPast = occurredAt !== undefined && Date.parse(occurredAt) <= work.now.getTime();
  return isPast ? occurredAt : stamp(work);
}
