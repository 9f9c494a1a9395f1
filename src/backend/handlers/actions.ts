import { ProblemError } from '../../contract/problem-error.js';
import type { Action, ActionContent } from '../../domain/action/action-schema.js';
import { copyContent } from '../../domain/action/copy-content.js';
import type { Id } from '../../domain/values/id-schema.js';
import { eachOf, referencesOf, requireKnown } from '../check-references.js';
import { loadAction, loadVersion, makeTransition } from '../make-transition.js';
import { stamp, type Call, type HandlersOf } from '../work.js';

export const actionHandlers: HandlersOf<
  | 'actions.list'
  | 'actions.get'
  | 'actions.create'
  | 'actions.update'
  | 'actions.copy'
  | 'actions.delete'
  | 'actions.feature'
> = {
  'actions.list': ({ ports }, query) => ports.actions.list(query),

  'actions.get': (call, { id }) => loadAction(call, id),

  'actions.create': async (call, { content }) => {
    const campaign = await call.ports.campaign.get();
    if (campaign?.kinds.includes(content.kind) === false) throw refuseField('content.kind', 'not-allowed');
    await requireKnown(call, referencesOf(content));
    return saveDraft(call, content);
  },

  'actions.update': async (call, { id, version, content, limits }) => {
    const action = await loadVersion(call, id, version);
    const next = content ?? action.content;
    if (next.kind !== action.content.kind) throw refuseField('content.kind', 'not-allowed');
    await requireKnown(call, [
      ...(content === undefined ? [] : referencesOf(content)),
      ...eachOf('limits.districtIds', 'districts', limits?.districtIds),
    ]);
    const audience = { ...action.audience, ...limits };
    return makeTransition(call, action, { to: 'update' }, { content: next, audience });
  },

  'actions.copy': async (call, { id, title }) => {
    const source = await loadAction(call, id);
    const content = copyContent(source.content);
    const { districtIds, languages } = source.audience;
    return saveDraft(call, title === undefined ? content : { ...content, title }, {
      copiedFromId: source.id,
      audience: { listIds: [], userIds: [], districtIds: [...districtIds], languages: [...languages] },
    });
  },

  'actions.delete': async (call, { id, version }) =>
    makeTransition(call, await loadVersion(call, id, version), { to: 'delete' }),

  'actions.feature': async (call, { id, version, featured }) =>
    makeTransition(call, await loadVersion(call, id, version), { to: 'feature' }, { featured }),
};

async function saveDraft(call: Call, content: ActionContent, changes: Partial<Action> = {}): Promise<Action> {
  const draft = { ...newDraft(call.newId(), call.caller.campaignId, content, stamp(call)), ...changes };
  await call.ports.actions.save(draft);
  call.announce('actions', draft.id);
  return draft;
}

const newDraft = (id: Id, campaignId: Id, content: ActionContent, createdAt: string): Action => ({
  id,
  campaignId,
  version: 1,
  content,
  status: 'draft',
  visibility: 'unpublished',
  featured: false,
  audience: { listIds: [], userIds: [], districtIds: [], languages: [] },
  schedule: null,
  publishFailure: null,
  copiedFromId: null,
  createdAt,
  updatedAt: createdAt,
  publishedAt: null,
  closedAt: null,
  deletedAt: null,
});

const refuseField = (path: string, code: 'not-allowed'): ProblemError =>
  new ProblemError('invalid-input', { fields: [{ path, code }] });
