import type { Audience } from '../../domain/action/action-schema.js';
import { decideTransition } from '../../domain/action/lifecycle.js';
import { recipientReferences, requireKnown } from '../check-references.js';
import { deliver, expandFolders } from '../deliver.js';
import { applyDecision, loadVersion, makeTransition } from '../make-transition.js';
import type { HandlersOf } from '../work.js';

export const publishingHandlers: HandlersOf<
  | 'actions.publish'
  | 'actions.schedule'
  | 'actions.unschedule'
  | 'actions.send'
  | 'actions.close'
  | 'actions.reopen'
> = {
  'actions.publish': async (call, { id, version, visibility }) => {
    const action = await loadVersion(call, id, version);
    const published = await makeTransition(call, action, { to: 'publish', visibility });
    if (visibility === 'private') await deliver(call, published, published.audience);
    return published;
  },

  'actions.schedule': async (call, { id, version, schedule, recipients }) => {
    const action = await loadVersion(call, id, version);
    await requireKnown(call, recipientReferences(recipients ?? {}, 'recipients.'), 'not-found');
    const audience = { ...action.audience, ...recipients };
    return makeTransition(call, action, { to: 'schedule', schedule }, { audience });
  },

  'actions.unschedule': async (call, { id, version }) =>
    makeTransition(call, await loadVersion(call, id, version), { to: 'unschedule' }),

  'actions.send': async (call, { id, version, listIds, folderIds, userIds }) => {
    const action = await loadVersion(call, id, version);
    await requireKnown(call, recipientReferences({ listIds, folderIds, userIds }), 'not-found');
    const targets = { listIds: await expandFolders(call, { listIds, folderIds }), userIds };
    // Whether anybody is addressed is asked of this call alone, not of whom the action was sent to before.
    const addressed = { ...action, audience: { ...action.audience, ...targets } };
    const decision = decideTransition(addressed, { to: 'send' }, call.now);
    const sent = await applyDecision(call, { ...action, audience: join(action.audience, targets) }, decision);
    return { action: sent, deliveries: await deliver(call, sent, targets) };
  },

  'actions.close': async (call, { id, version }) =>
    makeTransition(call, await loadVersion(call, id, version), { to: 'close' }),

  'actions.reopen': async (call, { id, version }) =>
    makeTransition(call, await loadVersion(call, id, version), { to: 'reopen' }),
};

const join = (audience: Audience, targets: Pick<Audience, 'listIds' | 'userIds'>): Audience => ({
  ...audience,
  listIds: [...new Set([...audience.listIds, ...targets.listIds])],
  userIds: [...new Set([...audience.userIds, ...targets.userIds])],
});
