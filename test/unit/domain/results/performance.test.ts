import { describe, expect, it } from 'vitest';

import type { ActionKind } from '../../../../src/domain/action/action-kind.js';
import type { ActionEvent } from '../../../../src/domain/results/event-schema.js';
import { tallyResults } from '../../../../src/domain/results/tally.js';
import { event } from './logs.js';

const tally = (kind: ActionKind, log: readonly ActionEvent[]) =>
  tallyResults({ id: 'action', kind }, log, '2026-11-06T00:00:00.000Z');
const performed = (result: object, participant = 'user:ada') => event('performed', { result, participant });
const noted = (result: object, participant = 'user:ada') => event('noted', { result, participant });
const of = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('a social sharing action', () => {
  const share = (network: string, outcome: string) => ({
    kind: 'social_sharing',
    network,
    outcome,
    edited: false,
  });

  it('counts shares and clicks by network, and what came of the clicks', () => {
    const log = [
      performed(share('x', 'opened')),
      performed(share('x', 'opened'), 'user:bo'),
      performed(share('copy', 'copied')),
      performed(share('native', 'shared')),
      noted(share('native', 'cancelled')),
      event('clicked', { network: 'x', participant: 'guest:1' }),
      event('clicked', { network: 'facebook', participant: 'guest:2' }),
      event('clicked', { network: null, participant: 'guest:3' }),
      event('converted', { participant: 'guest:1', referrer: 'user:ada' }),
    ];
    expect(tally('social_sharing', log).performance).toEqual({
      kind: 'social_sharing',
      byNetwork: [
        { network: 'x', shares: 2, clicks: 1 },
        { network: 'facebook', shares: 0, clicks: 1 },
        { network: 'native', shares: 1, clicks: 0 },
        { network: 'copy', shares: 1, clicks: 0 },
      ],
      copies: 1,
      nativeShares: 1,
      cancelled: 1,
      clicks: 3,
      conversions: of(1, 3),
    });
  });

  it('never has more conversions than clicks', () => {
    const log = [event('clicked'), event('converted'), event('converted')];
    expect(tally('social_sharing', log).performance).toMatchObject({ conversions: of(1, 1) });
    expect(tally('social_sharing', log.slice(1)).performance).toMatchObject({ conversions: of(0, 0) });
  });

  it('does not count whoever closed the share sheet again as completed', () => {
    const { overview } = tally('social_sharing', [event('started'), noted(share('native', 'cancelled'))]);
    expect(overview).toMatchObject({ started: 1, completed: 0, performs: 0 });
  });
});

describe('an action that opens a page', () => {
  it('counts openings and openers, and believes whoever said once that they finished', () => {
    const page = (outcome: string) => ({ kind: 'open_webpage', outcome });
    const log = [
      performed(page('opened')),
      performed(page('opened')),
      performed(page('opened'), 'user:bo'),
      performed(page('opened'), 'user:cy'),
      noted(page('not_finished')),
      noted(page('finished')),
      noted(page('not_finished'), 'user:bo'),
      noted(page('finished'), 'user:stranger'),
    ];
    expect(tally('open_webpage', log).performance).toEqual({
      kind: 'open_webpage',
      opens: 4,
      openers: 3,
      finished: of(1, 3),
      notFinished: 1,
    });
  });
});

describe('a survey', () => {
  it('counts views, starts, submissions and every answer, the most frequent first', () => {
    const submitted = (answers: object) => ({ kind: 'survey', outcome: 'submitted', answers });
    const log = [
      noted({ kind: 'survey', outcome: 'viewed' }),
      noted({ kind: 'survey', outcome: 'viewed' }, 'user:bo'),
      event('started'),
      event('started', { participant: 'user:bo' }),
      performed(submitted({ with_us: true, how: ['call', 'text', 'call'] })),
      performed(submitted({ with_us: false, how: ['text'] })),
      performed(submitted({ with_us: true, toString: 'odd' })),
    ];
    expect(tally('survey', log).performance).toEqual({
      kind: 'survey',
      views: 2,
      starts: 2,
      submissions: 3,
      completionRate: of(1, 2),
      answers: [
        { questionId: 'how', value: 'text', count: 2 },
        { questionId: 'how', value: 'call', count: 1 },
        { questionId: 'toString', value: 'odd', count: 1 },
        { questionId: 'with_us', value: 'true', count: 2 },
        { questionId: 'with_us', value: 'false', count: 1 },
      ],
    });
  });
});

describe('video stories and voter registration', () => {
  it('count submissions', () => {
    const story = { kind: 'video_stories', outcome: 'submitted', storyId: 's' };
    const log = [performed(story), performed(story)];
    expect(tally('video_stories', log).performance).toEqual({ kind: 'video_stories', submissions: 2 });
  });

  it('count checks, their outcomes and who came by referral', () => {
    const check = (outcome: string) => ({ kind: 'voter_registration', outcome });
    const log = [
      noted(check('started')),
      noted(check('started'), 'user:bo'),
      performed(check('handed_off')),
      performed(check('self_reported')),
      noted(check('pledged')),
      event('converted', { referrer: 'user:ada' }),
      event('converted', { referrer: null }),
    ];
    expect(tally('voter_registration', log).performance).toEqual({
      kind: 'voter_registration',
      checks: 2,
      handedOff: 1,
      selfReported: 1,
      pledged: 1,
      referrals: 1,
    });
  });
});

describe('a texting action', () => {
  const sent = (contactId: string, changes: object = {}) => event('messaged', { contactId, ...changes });
  const reply = { direction: 'inbound', purpose: 'reply' };
  const later = { purpose: 'follow_up' };
  const contacted = (contactId: string, channel: string, outcome: string) => ({
    kind: 'friend_to_friend',
    contactId,
    channel,
    outcome,
  });
  const log = [
    ...['c1', 'c2', 'c3', 'c4'].map((contactId) => sent(contactId, { segments: 2 })),
    sent('c5', { state: 'failed', segments: 9 }),
    sent('c1', reply),
    sent('c1', { ...reply, segments: 7 }),
    sent('c2', reply),
    sent('stranger', reply),
    sent('c1', { ...later, scriptId: 's1' }),
    sent('c2', { ...later, scriptId: 's1' }),
    sent('c2', { purpose: 'reply', scriptId: 's2' }),
    sent('c3', later),
    sent('c3', { ...later, scriptId: 's2', state: 'failed' }),
    event('opted_out', { contactId: 'c2' }),
    event('opted_out', { contactId: 'c2' }),
    event('opted_out', { contactId: 'stranger' }),
    event('reported', { contactId: 'c1', tagIds: ['t1', 't2', 't1'], fieldIds: ['f1'] }),
    event('reported', { contactId: 'c1', tagIds: ['t1'] }),
    event('reported', { contactId: 'c4', tagIds: [] }),
    performed(contacted('c1', 'text', 'messaged')),
    performed(contacted('c1', 'text', 'messaged'), 'user:bo'),
    performed(contacted('c2', 'email', 'started')),
    performed(contacted('c3', 'call', 'started')),
    performed(contacted('c3', 'call', 'reached')),
    noted(contacted('c5', 'text', 'failed')),
  ];

  it('counts messages, and rates contacts against those they belong to', () => {
    expect(tally('friend_to_friend', log).performance).toEqual({
      kind: 'friend_to_friend',
      peopleReached: 3,
      initials: 4,
      responses: 4,
      followUps: 4,
      segments: 12,
      responseRate: of(2, 4),
      optOutRate: of(1, 4),
      errorRate: of(2, 10),
      availableReportsFilled: of(1, 3),
      emailsStarted: 1,
      callsStarted: 1,
    });
  });

  it('counts a friend whom two volunteers reached once', () => {
    const twice = [
      performed(contacted('c1', 'text', 'messaged')),
      performed(contacted('c1', 'text', 'messaged'), 'user:bo'),
    ];
    expect(tally('friend_to_friend', twice).performance).toMatchObject({ peopleReached: 1 });
  });

  it('says how often tags, fields and response scripts were used, and of how many', () => {
    expect(tally('friend_to_friend', log).frequencies).toEqual([
      { of: 'tag', id: 't1', share: of(2, 3) },
      { of: 'tag', id: 't2', share: of(1, 3) },
      { of: 'field', id: 'f1', share: of(1, 3) },
      { of: 'script', id: 's1', share: of(2, 4) },
      { of: 'script', id: 's2', share: of(1, 4) },
    ]);
  });

  it('is the same for peer to peer and canvassing, without emails and calls', () => {
    for (const kind of ['peer_to_peer', 'canvassing'] as const) {
      const { performance } = tally(kind, log);
      expect(performance).toMatchObject({ kind, initials: 4, peopleReached: 0, responseRate: of(2, 4) });
      expect(performance).not.toHaveProperty('emailsStarted');
    }
  });
});
