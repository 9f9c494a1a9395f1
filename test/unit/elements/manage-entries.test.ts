import { describe, expect, it } from 'vitest';

import { newContent } from '../../../src/domain/action/new-content.js';
import type { Action, ActionStatus, Visibility } from '../../../src/domain/action/action-schema.js';
import { listEntries } from '../../../src/elements/admin/action-manager/manage-entries.js';

const NOW = new Date('2026-11-03T15:00:00.000Z');

const actionWith = (status: ActionStatus, visibility: Visibility): Action => ({
  id: 'a-1',
  campaignId: 'c-1',
  version: 1,
  content: newContent('open_webpage'),
  status,
  visibility,
  featured: false,
  audience: { listIds: [], userIds: [], districtIds: [], languages: [] },
  schedule: null,
  publishFailure: null,
  copiedFromId: null,
  createdAt: NOW.toISOString(),
  updatedAt: NOW.toISOString(),
  publishedAt: null,
  closedAt: null,
  deletedAt: null,
});

const reasons = (status: ActionStatus, visibility: Visibility) =>
  Object.fromEntries(
    listEntries(actionWith(status, visibility), NOW).map(({ command, reason }) => [command, reason ?? 'ok']),
  );

describe('the menu of an action', () => {
  it.each([
    [
      'draft',
      'unpublished',
      {
        edit: 'ok',
        publish: 'ok',
        results: 'not-published',
        share: 'not-published',
        close: 'not-published',
        delete: 'ok',
      },
    ],
    [
      'scheduled',
      'unpublished',
      { edit: 'ok', publish: 'ok', results: 'not-published', close: 'not-published' },
    ],
    [
      'published',
      'public',
      { edit: 'ok', audience: 'ok', results: 'ok', share: 'ok', close: 'ok', delete: 'ok' },
    ],
    [
      'closed',
      'private',
      { edit: 'ok', audience: 'closed', results: 'ok', share: 'ok', reopen: 'ok', delete: 'ok' },
    ],
    [
      'deleted',
      'public',
      {
        settings: 'ok',
        audience: 'deleted',
        results: 'ok',
        share: 'deleted',
        copy: 'ok',
        feature: 'deleted',
        close: 'deleted',
        delete: 'deleted',
      },
    ],
  ] as const)(
    'of a %s, %s one says what is possible and why something is not',
    (status, visibility, expected) => {
      expect(reasons(status, visibility)).toMatchObject(expected);
    },
  );

  it('offers to take down what is featured', () => {
    const commands = listEntries({ ...actionWith('published', 'public'), featured: true }, NOW).map(
      ({ command }) => command,
    );
    expect(commands).toContain('unfeature');
    expect(commands).not.toContain('feature');
  });
});
