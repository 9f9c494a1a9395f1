import { describe, expect, it } from 'vitest';

import { ACTION_KINDS } from '../../../../src/domain/action/action-kind.js';
import { actionContent, audience, schedule } from '../../../../src/domain/action/action-schema.js';
import {
  DESCRIPTION_LIMIT,
  MESSAGE_LIMIT,
  START_LABEL_LIMIT,
  TITLE_LIMIT,
} from '../../../../src/domain/action/content-limits.js';
import { completeContent } from '../contents.js';

const accepts = (kind: string, changes: object): boolean =>
  actionContent.safeParse({ kind, ...changes }).success;

const TEXTS = {
  'one space': ' ',
  'spaces around and within': '  a  b\n',
  'right to left': 'שלום — مرحبا \u202eabc\u202c',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈 1️⃣',
  markup: '<img src=x onerror=alert(1)>&amp;{{first_name}}',
  'a zero': '\u0000',
  'half a character': '\ud83d',
};

describe.each(ACTION_KINDS)('content of kind %s', (kind) => {
  it('keeps a title of 10,000 characters to the letter, and refuses one more', () => {
    const title = 'é🙂'.repeat(TITLE_LIMIT / 2);
    expect(Array.from(title)).toHaveLength(10_000);
    expect(actionContent.parse({ kind, title }).title).toBe(title);
    expect(accepts(kind, { title: `${title}x` })).toBe(false);
  });

  it.each(Object.entries(TEXTS))('keeps %s as it was written', (_, text) => {
    const content = actionContent.parse({ kind, title: text, description: text, startLabel: text });
    expect(content).toMatchObject({ title: text, description: text, startLabel: text });
  });

  it('limits what else it says', () => {
    expect(accepts(kind, { description: 'x'.repeat(DESCRIPTION_LIMIT + 1) })).toBe(false);
    expect(accepts(kind, { disclaimer: 'x'.repeat(DESCRIPTION_LIMIT + 1) })).toBe(false);
    expect(accepts(kind, { startLabel: 'x'.repeat(START_LABEL_LIMIT + 1) })).toBe(false);
  });

  it('lets a draft be empty, with an account needed and no list, picture or end', () => {
    expect(actionContent.parse({ kind })).toMatchObject({
      kind,
      title: '',
      description: '',
      disclaimer: '',
      startLabel: '',
      media: null,
      folderIds: [],
      targetListId: null,
      access: 'account',
      closesAt: null,
    });
  });

  it('survives being stored as JSON', () => {
    const content = completeContent(kind);
    expect(actionContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it('never shares a default with another', () => {
    const [one, other] = [actionContent.parse({ kind }), actionContent.parse({ kind })];
    one.folderIds.push('folder');
    if ('reportSettings' in one) one.reportSettings.tagIds.push('tag');
    expect(other.folderIds).toEqual([]);
    if ('reportSettings' in other) expect(other.reportSettings.tagIds).toEqual([]);
  });
});

describe('what each kind adds', () => {
  it('starts from what an organizer would expect', () => {
    const texting = { scripts: [], scriptImage: false, reportSettings: { tagIds: [], fieldIds: [] } };
    const none = { party: null, frequency: null, inDistrict: false };
    expect(actionContent.parse({ kind: 'peer_to_peer' })).toMatchObject({
      ...texting,
      areaCodes: [],
      keepAssignments: false,
    });
    expect(actionContent.parse({ kind: 'friend_to_friend' })).toMatchObject({
      ...texting,
      inDistrict: false,
      autofilters: none,
    });
    expect(actionContent.parse({ kind: 'canvassing' })).toMatchObject({
      ...texting,
      listMode: 'shared',
      outreach: true,
    });
    expect(actionContent.parse({ kind: 'video_stories' })).toMatchObject({ maxSeconds: 90, consentText: '' });
    expect(actionContent.parse({ kind: 'survey' })).toMatchObject({ questions: [], inDistrict: false });
  });

  it.each([
    'javascript:alert(1)',
    '/relative',
    'ftp://example.org',
    'https://a:b@example.org',
    'data:text/html,x',
  ])('refuses the link %s with its reason, also in a draft', (link) => {
    for (const [kind, field] of [
      ['open_webpage', 'webLink'],
      ['social_sharing', 'shareLink'],
      ['voter_registration', 'joinVideo'],
    ] as const) {
      const parsed = actionContent.safeParse({ kind, [field]: link });
      expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
        [field, 'unsafe-link'],
      ]);
    }
  });

  it('keeps a link as it was typed', () => {
    const webLink = 'HTTPS://Example.org/?q=a b'.replace(' ', '%20');
    expect(actionContent.parse({ kind: 'open_webpage', webLink })).toMatchObject({ webLink });
  });

  it('limits the sample message', () => {
    expect(accepts('social_sharing', { sampleMessage: 'x'.repeat(MESSAGE_LIMIT) })).toBe(true);
    expect(accepts('social_sharing', { sampleMessage: 'x'.repeat(MESSAGE_LIMIT + 1) })).toBe(false);
  });

  it.each([
    ['a kind that nobody knows', { kind: 'dance' }],
    ['no kind', {}],
    ['a network that nobody knows', { kind: 'social_sharing', networks: ['myspace'] }],
    ['an area code of four digits', { kind: 'peer_to_peer', areaCodes: ['2025'] }],
    ['a title that is a number', { kind: 'survey', title: 7 }],
    ['a video of no length', { kind: 'video_stories', maxSeconds: 0 }],
    ['a local time to close at', { kind: 'survey', closesAt: '2026-11-03T15:00:00' }],
    ['a picture that is a script', { kind: 'survey', media: { url: 'javascript:alert(1)' } }],
    ['a folder id with a slash', { kind: 'survey', folderIds: ['a/b'] }],
  ])('refuses %s', (_, content) => {
    expect(actionContent.safeParse(content).success).toBe(false);
  });
});

describe('audience and schedule', () => {
  it('take only what they can mean', () => {
    const limits = { listIds: [], userIds: [], districtIds: [], languages: ['es-MX'] };
    expect(audience.safeParse(limits).success).toBe(true);
    expect(audience.safeParse({ ...limits, languages: ['Spanish!'] }).success).toBe(false);
    expect(schedule.safeParse({ publishAt: '2026-11-03T15:00:00Z', visibility: 'public' }).success).toBe(
      true,
    );
    expect(schedule.safeParse({ publishAt: '2026-02-30T15:00:00Z', visibility: 'public' }).success).toBe(
      false,
    );
    expect(schedule.safeParse({ publishAt: '', visibility: 'public' }).success).toBe(false);
  });
});
