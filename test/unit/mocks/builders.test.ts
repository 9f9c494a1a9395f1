import { describe, expect, it } from 'vitest';

import { aFeedAction, anAction, anEvent, aUser, someContent, someResults } from '@groundswell/elements/mocks';
import { feedAction } from '@groundswell/elements/contract';
import {
  action,
  actionEvent,
  ACTION_KINDS,
  ACTION_STATUSES,
  checkContent,
  results,
  user,
} from '@groundswell/elements/domain';

describe('builders', () => {
  it.each(ACTION_STATUSES)('make an action in status "%s" that could exist', (status) => {
    const made = anAction({ status });
    expect(action.parse(made)).toEqual(made);
    expect(made.publishedAt === null).toBe(made.visibility === 'unpublished');
    expect(made.schedule === null).toBe(status !== 'scheduled');
  });

  it.each(ACTION_KINDS)('make content and results of kind "%s" that can be published and shown', (kind) => {
    expect(checkContent(someContent(kind))).toEqual([]);
    expect(results.parse(someResults(kind)).performance.kind).toBe(kind);
  });

  it('let a test say only what it is about', () => {
    const content = someContent('social_sharing', { title: 'Only this' });
    expect(content.title).toBe('Only this');
    expect(content.shareLink).toMatch(/^https:/);
    expect(feedAction.parse(aFeedAction({ content, featured: true })).featured).toBe(true);
    expect(user.parse(aUser({ role: 'staff' })).role).toBe('staff');
    const clicked = anEvent({ type: 'clicked', referrer: null, network: 'email' });
    expect(actionEvent.parse(clicked)).toEqual(clicked);
  });
});
