import { describe, expect, it } from 'vitest';

import { chooseNext } from '../../../../src/domain/action/choose-next.js';
import { CLOSES_SOON, decideClosing } from '../../../../src/domain/action/closing.js';
import { decideStart } from '../../../../src/domain/action/decide-start.js';
import { needsSignIn } from '../../../../src/domain/action/needs-sign-in.js';

const now = new Date('2026-11-03T15:00:00.000Z');
const inMs = (ms: number): string => new Date(now.getTime() + ms).toISOString();

describe('when an action closes', () => {
  it.each([
    ['published', null, 'open'],
    ['published', inMs(CLOSES_SOON + 1), 'open'],
    ['published', inMs(CLOSES_SOON), 'closes-soon'],
    ['published', inMs(1), 'closes-soon'],
    ['published', inMs(0), 'closed'],
    ['published', inMs(-1), 'closed'],
    ['closed', null, 'closed'],
    ['closed', inMs(1), 'closed'],
    ['deleted', null, 'closed'],
    ['draft', inMs(1), 'closed'],
  ])('%s with an end at %s is %s', (status, closesAt, state) => {
    expect(decideClosing({ status, content: { closesAt } }, now).state).toBe(state);
  });

  it('says at which moment it will', () => {
    const decision = decideClosing({ status: 'published', content: { closesAt: inMs(1000) } }, now);
    expect(decision).toEqual({ state: 'closes-soon', at: inMs(1000) });
  });
});

describe('whether somebody may take part', () => {
  it.each([
    ['published', null, null, 'start'],
    ['published', null, inMs(-5), 'start'],
    ['published', inMs(-1), null, 'closed'],
    ['published', inMs(-1), inMs(-5), 'finish'],
    ['closed', null, null, 'closed'],
    ['closed', null, inMs(-5), 'finish'],
  ])('%s with an end at %s, started at %s: %s', (status, closesAt, startedAt, answer) => {
    expect(decideStart({ status, content: { closesAt }, engagement: { startedAt } }, now)).toBe(answer);
  });

  it('needs an account from visitors alone, and only where the action asks for one', () => {
    const asked = (['visitor', 'volunteer', 'staff', undefined] as const).map((role) =>
      needsSignIn({ access: 'account' }, role),
    );
    expect(asked).toEqual([true, false, false, false]);
    expect(needsSignIn({ access: 'anonymous' }, 'visitor')).toBe(false);
  });
});

describe('what to do next', () => {
  const candidate = (id: string, status = 'published', completedAt: string | null = null) => ({
    id,
    status,
    engagement: { completedAt },
  });

  it('is the next open actions that are not done yet, without the one somebody is at', () => {
    const feed = [
      candidate('done', 'published', inMs(-1)),
      candidate('a'),
      candidate('here'),
      candidate('closed', 'closed'),
      candidate('b'),
      candidate('c'),
    ];
    expect(chooseNext(feed, 'here', 2).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
