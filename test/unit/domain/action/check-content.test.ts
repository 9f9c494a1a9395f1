import { describe, expect, it } from 'vitest';

import { ACTION_KINDS, type ActionKind } from '../../../../src/domain/action/action-kind.js';
import type { ActionContent } from '../../../../src/domain/action/action-schema.js';
import { checkContent } from '../../../../src/domain/action/check-content.js';
import { newContent } from '../../../../src/domain/action/new-content.js';
import { completeContent } from '../contents.js';

const issues = (content: ActionContent): string[] =>
  checkContent(content).map(({ path, code }) => `${path} ${code}`);

/** What a draft with nothing in it lacks, beside title and description. */
const LACKING: Record<ActionKind, string[]> = {
  peer_to_peer: ['scripts required', 'targetListId required'],
  friend_to_friend: ['scripts required'],
  canvassing: ['scripts required'],
  social_sharing: ['shareLink required', 'sampleMessage required'],
  video_stories: ['prompt required'],
  survey: ['questions required'],
  open_webpage: ['webLink required'],
  voter_registration: [],
};

describe.each(ACTION_KINDS)('an action of kind %s', (kind) => {
  it('can be published with no more than its required fields', () => {
    expect(issues(completeContent(kind))).toEqual([]);
  });

  it('says everything that an empty draft lacks, in the order of the form', () => {
    expect(issues(newContent(kind))).toEqual(['title required', 'description required', ...LACKING[kind]]);
  });

  it.each(['', ' ', '\n\t', '\u200b', '\u00a0'])(
    'needs words that can be seen in its title, not %j',
    (blank) => {
      expect(issues(completeContent(kind, { title: blank }))).toEqual(['title required']);
    },
  );

  it('needs words that can be seen in its description', () => {
    expect(issues(completeContent(kind, { description: ' \u2060 ' }))).toEqual(['description required']);
  });

  it('needs no start label, disclaimer or picture', () => {
    const bare = completeContent(kind, { startLabel: ' ', disclaimer: '', media: null });
    expect(issues(bare)).toEqual([]);
  });

  it('is open to people without an account only where that makes sense', () => {
    const mayBe = kind === 'survey' || kind === 'voter_registration';
    const open = completeContent(kind, { access: 'anonymous' });
    expect(issues(open)).toEqual(mayBe ? [] : ['access not-allowed']);
  });
});

describe('a texting action', () => {
  const script = (changes: object) => [
    { id: 's', role: 'initial', channel: 'text', body: 'Hello', ...changes },
  ];

  it.each([
    ['a response', { role: 'response' }],
    ['an email', { channel: 'email' }],
    ['an empty text', { body: '' }],
  ])('needs a text to open with: %s will not do', (_, changes) => {
    const content = completeContent('friend_to_friend', { scripts: script(changes) });
    expect(issues(content)).toEqual(['scripts required']);
  });

  it('may open with one space, which sends the picture alone', () => {
    expect(issues(completeContent('friend_to_friend', { scripts: script({ body: ' ' }) }))).toEqual([]);
  });

  it('needs no script when canvassers only knock on doors', () => {
    expect(issues(completeContent('canvassing', { outreach: false, scripts: [] }))).toEqual([]);
  });
});

describe('a link that is not safe', () => {
  // The schema lets nothing of the kind through; a backend may still hold what was stored before.
  it.each(['javascript:alert(1)', '/petition', 'example.org', 'https://user:secret@example.org'])(
    'is named, not called missing: %s',
    (link) => {
      const page = { ...completeContent('open_webpage'), webLink: link } as ActionContent;
      expect(issues(page)).toEqual(['webLink unsafe-link']);
      const share = { ...completeContent('social_sharing'), shareLink: link } as ActionContent;
      expect(issues(share)).toEqual(['shareLink unsafe-link']);
    },
  );
});
