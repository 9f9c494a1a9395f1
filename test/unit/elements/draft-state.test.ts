import { describe, expect, it } from 'vitest';

import { ClientError } from '../../../src/contract/client-error.js';
import { newContent } from '../../../src/domain/action/new-content.js';
import type { Action } from '../../../src/domain/action/action-schema.js';
import {
  acceptSave,
  chooseSide,
  editDraft,
  failSave,
  hasNews,
  isDirty,
  meetConflict,
  openDraft,
  receiveAction,
  settleConflict,
  startDraft,
  startSave,
} from '../../../src/elements/admin/action-editor/draft-state.js';

const AT = new Date('2026-11-03T15:00:00.000Z');

const saved = (overrides: Partial<Action> = {}): Action => ({
  id: 'a-1',
  campaignId: 'c-1',
  version: 1,
  content: { ...newContent('open_webpage'), title: 'Before', description: 'Before' },
  status: 'draft',
  visibility: 'unpublished',
  featured: false,
  audience: { listIds: [], userIds: [], districtIds: [], languages: [] },
  schedule: null,
  publishFailure: null,
  copiedFromId: null,
  createdAt: AT.toISOString(),
  updatedAt: AT.toISOString(),
  publishedAt: null,
  closedAt: null,
  deletedAt: null,
  ...overrides,
});

const newer = (content: object): Action => saved({ version: 2, content: { ...saved().content, ...content } });
const offline = new ClientError('offline');

describe('a draft', () => {
  it('has nothing to save before anything is typed', () => {
    expect(hasNews(startDraft('survey'))).toBe(false);
    expect(hasNews(openDraft(saved()))).toBe(false);
  });

  it('keeps what is typed to the letter', () => {
    const draft = editDraft(startDraft('open_webpage'), { title: ' ', webLink: 'javascript:alert(1)' });
    expect(draft.content).toMatchObject({ title: ' ', webLink: 'javascript:alert(1)' });
    expect(startSave(draft).attempt).toMatchObject({ title: ' ', webLink: '' });
  });

  it('is still dirty and has no news when only a refused link is left', () => {
    const typed = editDraft(openDraft(saved()), { webLink: '/relative' });
    expect(isDirty(typed)).toBe(true);
    expect(hasNews(typed)).toBe(false);
  });

  it('keeps what was typed while it was being saved', () => {
    const sending = startSave(editDraft(openDraft(saved()), { title: 'One' }));
    const done = acceptSave(editDraft(sending, { title: 'One two' }), newer({ title: 'One' }), AT);
    expect(done.content.title).toBe('One two');
    expect(hasNews(done)).toBe(true);
  });

  it('sends the very same again after a passing failure, so that nothing is made twice', () => {
    const sending = startSave(editDraft(startDraft('open_webpage'), { title: 'One' }));
    const again = startSave(editDraft(failSave(sending, offline), { title: 'One two' }));
    expect(again.attempt).toBe(sending.attempt);
    const refused = startSave(
      editDraft(failSave(sending, new ClientError('invalid-input')), { title: 'Two' }),
    );
    expect(refused.attempt.title).toBe('Two');
  });

  it('of a deleted action has nothing to save', () => {
    expect(hasNews(editDraft(openDraft(saved({ status: 'deleted' })), { title: 'New' }))).toBe(false);
  });
});

describe('a newer version', () => {
  it('is taken where nothing is typed, and an older one is not', () => {
    expect(receiveAction(openDraft(saved()), newer({ title: 'Theirs' })).content.title).toBe('Theirs');
    const draft = openDraft(newer({}));
    expect(receiveAction(draft, saved())).toBe(draft);
  });

  it('that has the same words is no conflict: only the state has changed', () => {
    const draft = editDraft(openDraft(saved()), { title: 'Mine' });
    const met = receiveAction(draft, { ...newer({}), featured: true });
    expect(met.conflict).toBeUndefined();
    expect(met.base?.version).toBe(2);
    expect(met.content.title).toBe('Mine');
  });

  it('that says what was sent is our own, whose answer was lost', () => {
    const sending = startSave(editDraft(openDraft(saved()), { title: 'Mine' }));
    const typedOn = editDraft(sending, { title: 'Mine, longer' });
    const met = meetConflict(typedOn, newer({ title: 'Mine' }));
    expect(met.conflict).toBeUndefined();
    expect(met.content.title).toBe('Mine, longer');
    expect(hasNews(met)).toBe(true);
  });

  it('that says something else is shown beside mine, and nothing typed is lost', () => {
    const draft = editDraft(openDraft(saved()), { title: 'Mine' });
    const met = meetConflict(draft, newer({ title: 'Theirs', description: 'Theirs' }));
    expect(met.conflict?.sides).toEqual({ title: 'mine', description: 'theirs' });
    expect(met.content).toBe(draft.content);
    expect(hasNews(met)).toBe(false);
  });

  it.each([
    ['mine', { title: 'Mine', description: 'Before' }],
    ['theirs', { title: 'Theirs', description: 'Theirs' }],
  ] as const)('can be settled with all of %s', (side, words) => {
    const draft = editDraft(openDraft(saved()), { title: 'Mine' });
    const met = meetConflict(draft, newer({ title: 'Theirs', description: 'Theirs' }));
    const settled = settleConflict(chooseSide(met, side));
    expect(settled.content).toMatchObject(words);
    expect(settled.base?.version).toBe(2);
    expect(settled.conflict).toBeUndefined();
  });

  it('can be settled field by field', () => {
    const draft = editDraft(openDraft(saved()), { title: 'Mine', description: 'Mine' });
    const met = meetConflict(draft, newer({ title: 'Theirs', description: 'Theirs' }));
    const settled = settleConflict(chooseSide(met, 'theirs', 'title'));
    expect(settled.content).toMatchObject({ title: 'Theirs', description: 'Mine' });
  });
});
