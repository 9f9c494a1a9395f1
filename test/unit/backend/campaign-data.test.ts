import { describe, expect, it } from 'vitest';

import { campaignData, type CampaignDataInput } from '../../../src/backend/campaign-data-schema.js';
import { conformanceCampaign } from '../../../src/conformance.js';
import { content } from './campaign.js';

const written = {
  id: 'a1',
  content,
  status: 'published',
  visibility: 'public',
  createdAt: '2026-09-01T12:00:00.000Z',
  updatedAt: '2026-09-01T12:00:00.000Z',
  publishedAt: '2026-09-01T12:00:00.000Z',
} as const;

/** Path and code of everything that is wrong. */
const issuesOf = (changes: Partial<CampaignDataInput>): string[] => {
  const parsed = campaignData.safeParse({ ...conformanceCampaign, ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('campaign data', () => {
  it('may leave out what a new action always has', () => {
    const { actions } = campaignData.parse({ ...conformanceCampaign, actions: [written] });
    expect(actions[0]).toMatchObject({ version: 1, featured: false, schedule: null, closedAt: null });
  });

  it.each<[string, Partial<CampaignDataInput>, string]>([
    ['an id that is used twice', { actions: [written, written] }, 'actions.1.id not-allowed'],
    [
      'a list with somebody who is not there',
      { userLists: [{ id: 'l', name: 'L', folderId: null, userIds: ['nobody'] }] },
      'userLists.0.userIds.0 unknown-reference',
    ],
    [
      'a list in a folder that is not there',
      { userLists: [{ id: 'l', name: 'L', folderId: 'nowhere', userIds: [] }] },
      'userLists.0.folderId unknown-reference',
    ],
    [
      'an action in a folder that is not there',
      { actions: [{ ...written, content: { ...content, folderIds: ['nowhere'] } }] },
      'actions.0.content.folderIds.0 unknown-reference',
    ],
    [
      'a delivery of nothing to nobody',
      { deliveries: [{ actionId: 'none', userId: 'nobody', sentAt: written.createdAt }] },
      'deliveries.0.userId unknown-reference',
    ],
    [
      'an event of an action that is not there',
      {
        events: [
          {
            id: 'e1',
            type: 'seen',
            actionId: 'none',
            participant: 'user:volunteer-1',
            occurredAt: written.createdAt,
            recordedAt: written.createdAt,
          },
        ],
      },
      'events.0.actionId unknown-reference',
    ],
    [
      'a published action that nobody may see',
      { actions: [{ ...written, visibility: 'unpublished' }] },
      'actions.0.visibility invalid',
    ],
    [
      'a published action without a time',
      { actions: [{ ...written, publishedAt: null }] },
      'actions.0.publishedAt required',
    ],
    [
      'a schedule that is none',
      { actions: [{ ...written, status: 'scheduled', visibility: 'unpublished' }] },
      'actions.0.schedule invalid',
    ],
    [
      'a draft that is public',
      { actions: [{ ...written, status: 'draft' }] },
      'actions.0.visibility invalid',
    ],
    [
      'an unsafe link',
      {
        actions: [{ ...written, content: { ...content, webLink: 'javascript:alert(1)' } as typeof content }],
      },
      'actions.0.content.webLink unsafe-link',
    ],
  ])('names %s', (_what, changes, issue) => {
    expect(issuesOf(changes)).toContain(issue);
  });
});
