import { describe, expect, it } from 'vitest';

import { ACTION_KINDS, type ActionKind } from '../../../../src/domain/action/action-kind.js';
import { isDone } from '../../../../src/domain/perform/is-done.js';
import { isPerform } from '../../../../src/domain/perform/is-perform.js';
import { performResult, type PerformResult } from '../../../../src/domain/perform/perform-schema.js';

const contact = { contactId: 'c', channel: 'text' };
const BESIDES: Record<ActionKind, object> = {
  peer_to_peer: contact,
  friend_to_friend: contact,
  canvassing: contact,
  social_sharing: { network: 'x', edited: false },
  video_stories: { storyId: 's' },
  survey: {},
  open_webpage: {},
  voter_registration: {},
};

const contacted = {
  counts: ['messaged', 'started', 'reached', 'not_home', 'refused', 'moved'],
  noted: ['failed'],
};
const OUTCOMES: Record<ActionKind, { counts: string[]; noted: string[] }> = {
  peer_to_peer: contacted,
  friend_to_friend: contacted,
  canvassing: contacted,
  social_sharing: { counts: ['opened', 'copied', 'shared'], noted: ['cancelled'] },
  video_stories: { counts: ['submitted'], noted: [] },
  survey: { counts: ['submitted'], noted: ['viewed'] },
  open_webpage: { counts: ['opened'], noted: ['finished', 'not_finished'] },
  voter_registration: { counts: ['handed_off', 'self_reported'], noted: ['started', 'pledged'] },
};

describe.each(ACTION_KINDS)('what people do with %s', (kind) => {
  const result = (outcome: string): PerformResult => performResult.parse({ kind, outcome, ...BESIDES[kind] });

  it('counts as a perform, or is only noted, as the table says', () => {
    expect(OUTCOMES[kind].counts.filter((outcome) => !isPerform(result(outcome)))).toEqual([]);
    expect(OUTCOMES[kind].noted.filter((outcome) => isPerform(result(outcome)))).toEqual([]);
  });

  it('has no outcome that the table does not know', () => {
    const known = [...OUTCOMES[kind].counts, ...OUTCOMES[kind].noted];
    const all = [...new Set(Object.values(OUTCOMES).flatMap(({ counts, noted }) => [...counts, ...noted]))];
    const accepted = all.filter(
      (outcome) => performResult.safeParse({ kind, outcome, ...BESIDES[kind] }).success,
    );
    expect(accepted.sort()).toEqual(known.sort());
  });
});

describe('what is recorded of a perform', () => {
  it('never carries the words that were shared', () => {
    const result = { kind: 'social_sharing', network: 'x', outcome: 'opened', edited: true, text: 'Secret' };
    expect(performResult.parse(result)).not.toHaveProperty('text');
  });

  it('says that somebody is done from the first time they completed it', () => {
    expect(isDone({ completedAt: null })).toBe(false);
    expect(isDone({ completedAt: '2026-11-03T15:00:00Z' })).toBe(true);
  });
});
