import { ProblemError } from '../../contract/problem-error.js';
import type { Action } from '../../domain/action/action-schema.js';
import { decideClosing } from '../../domain/action/closing.js';
import { fillLinkTemplate } from '../../domain/links/fill-template.js';
import { addReferral } from '../../domain/links/referral-link.js';
import type { Id } from '../../domain/values/id-schema.js';
import { loadAction } from '../make-transition.js';
import { openAction, requireAccount, toFeedAction } from '../open-action.js';
import { participantOf } from '../participant.js';
import { recordEvent } from '../record-event.js';
import { stamp, type Call, type HandlersOf } from '../work.js';

export const linkHandlers: HandlersOf<'links.share' | 'links.referral' | 'links.resolve' | 'links.click'> = {
  // Publishing privately is sending, so an action that is out has also been sent to whom it is for.
  'links.share': async (call, { actionId }) => {
    const action = await loadAction(call, actionId);
    if (action.status === 'deleted') throw new ProblemError('transition-refused', { reason: 'deleted' });
    if (action.visibility === 'unpublished')
      throw new ProblemError('transition-refused', { reason: 'not-published' });
    const token = await shareTokenOf(call, actionId);
    const { web, app } = call.links;
    return {
      token,
      web: fillLinkTemplate(web, { token }),
      app: app === undefined ? null : fillLinkTemplate(app, { token }),
    };
  },

  'links.referral': async (call, { actionId, shareToken }) => {
    const action = await openAction(call, actionId, shareToken);
    if (decideClosing(action, call.now).state === 'closed') throw new ProblemError('gone');
    requireAccount(call, action);
    const code = await referralCodeOf(call, actionId);
    const { referral } = call.links;
    const url = referral === undefined ? sharedLink(action, code) : fillLinkTemplate(referral, { code });
    return { code, url };
  },

  'links.resolve': async (call, { shareToken }) => {
    const actionId = await call.ports.shareLinks.find(shareToken);
    if (actionId === undefined) throw new ProblemError('not-found');
    return toFeedAction(call, await openAction(call, actionId, shareToken));
  },

  'links.click': async (call, { code, network = null }) => {
    const referral = await call.ports.referrals.find(code);
    if (referral === undefined) throw new ProblemError('not-found');
    const { actionId, participant: referrer } = referral;
    const url = sharedLink(await loadAction(call, actionId), code);
    const participant = participantOf(call.caller) ?? `guest:${call.newId()}`;
    const occurredAt = stamp(call);
    await recordEvent(call, { type: 'clicked', actionId, participant, occurredAt, referrer, network }, [
      call.newId(),
    ]);
    return { url };
  },
};

async function shareTokenOf({ ports, newId }: Call, actionId: Id): Promise<string> {
  const known = await ports.shareLinks.ofAction(actionId);
  if (known !== undefined) return known;
  const token = newId();
  await ports.shareLinks.save(actionId, token);
  return token;
}

/** One code per person and action. A visitor without a guest id has nobody to credit. */
async function referralCodeOf({ ports, newId, caller }: Call, actionId: Id): Promise<string> {
  const participant = participantOf(caller);
  if (participant === undefined) throw new ProblemError('unauthenticated');
  const known = await ports.referrals.of(actionId, participant);
  if (known !== undefined) return known.code;
  const code = newId();
  await ports.referrals.save({ code, actionId, participant });
  return code;
}

/** What an action asks people to visit, with the code of whom to credit; `not-found` where it asks nothing of the kind. */
function sharedLink({ content, status }: Action, code: string): string {
  const link = content.kind === 'social_sharing' ? content.shareLink : '';
  const webLink = content.kind === 'open_webpage' ? content.webLink : link;
  if (status === 'deleted' || webLink === '') throw new ProblemError('not-found');
  return addReferral(webLink, code);
}
