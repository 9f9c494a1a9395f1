import { describe, expect, it } from 'vitest';

import { ACTION_STATUSES, VISIBILITIES } from '../../../../src/domain/action/action-schema.js';
import type { ActionStatus, Schedule, Visibility } from '../../../../src/domain/action/action-schema.js';
import { decideTransition, TRANSITION_REFUSALS } from '../../../../src/domain/action/lifecycle.js';
import { completeContent } from '../contents.js';
import { COLUMNS, RULES, stateOf, type Column } from './lifecycle-table.js';

const now = new Date('2026-11-03T15:00:00.000Z');
const TIMES = {
  past: '2026-11-03T14:59:59.999Z',
  now: '2026-11-03T15:00:00.000Z',
  future: '2026-11-03T15:00:00.001Z',
};

interface Situation {
  readonly status: ActionStatus;
  readonly visibility: Visibility;
  readonly complete: boolean;
  readonly addressed: boolean;
  /** The time that a schedule names: the one that is asked for, and the one that the action has. */
  readonly time: keyof typeof TIMES;
  readonly scheduledFor: 'public' | 'private';
}

function* situations(): Generator<Situation> {
  for (const status of ACTION_STATUSES)
    for (const visibility of VISIBILITIES)
      for (const complete of [true, false])
        for (const addressed of [true, false])
          for (const time of ['past', 'now', 'future'] as const)
            for (const scheduledFor of ['public', 'private'] as const)
              yield { status, visibility, complete, addressed, time, scheduledFor };
}

function ask(situation: Situation, column: Column) {
  const { status, visibility, complete, addressed, time, scheduledFor } = situation;
  const schedule: Schedule = { publishAt: TIMES[time], visibility: scheduledFor };
  const subject = {
    status,
    visibility,
    content: completeContent('open_webpage', complete ? {} : { title: ' ' }),
    audience: { listIds: addressed ? ['list'] : [], userIds: [], districtIds: [], languages: [] },
    schedule: status === 'scheduled' ? schedule : null,
  };
  return { subject, decision: decideTransition(subject, COLUMNS[column](schedule), now) };
}

/** What the table says about a situation: the reason of the first guard that fails, or the state that is reached. */
function lookUp(situation: Situation, column: Column): string {
  const { complete, addressed, time, scheduledFor } = situation;
  const state = stateOf(situation.status, situation.visibility);
  if (state === undefined) throw new Error('no such state');
  const [guards = '', outcome = ''] = RULES[column][state].split(' → ');
  if (outcome === '') return guards;
  const holds: Record<string, string | undefined> = {
    future: time === 'future' ? undefined : 'in-the-past',
    due: time === 'future' ? 'not-due' : undefined,
    addressed: addressed ? undefined : 'nobody-selected',
    'addressed-if-private': addressed || scheduledFor === 'public' ? undefined : 'nobody-selected',
    complete: complete ? undefined : 'incomplete',
    always: undefined,
  };
  const refusal = guards.split(', ').find((guard) => {
    if (!(guard in holds)) throw new Error(`no such guard: ${guard}`);
    return holds[guard] !== undefined;
  });
  if (refusal !== undefined) return holds[refusal] ?? '';
  return outcome === 'as scheduled' ? `published/${scheduledFor}` : outcome;
}

const columns = Object.keys(COLUMNS) as Column[];
const everything = [...situations()].flatMap((situation) => columns.map((column) => ({ situation, column })));
const reachable = everything.filter(
  ({ situation }) => stateOf(situation.status, situation.visibility) !== undefined,
);

describe('what may become of an action', () => {
  it.each(columns)('is what the table says, whatever the state, the time and the content: %s', (column) => {
    for (const { situation } of reachable.filter((row) => row.column === column)) {
      const { decision } = ask(situation, column);
      const answer = decision.ok ? `${decision.status}/${decision.visibility}` : decision.reason;
      expect({ ...situation, answer }).toEqual({ ...situation, answer: lookUp(situation, column) });
    }
  });

  it('is asked in every way that there is', () => {
    expect(reachable).toHaveLength(7 * 24 * columns.length);
  });

  it('refuses for every reason that has words, and for no other', () => {
    const reasons = everything.map(({ situation, column }) => ask(situation, column).decision);
    const given = new Set(reasons.flatMap((decision) => (decision.ok ? [] : [decision.reason])));
    expect([...given].sort()).toEqual([...TRANSITION_REFUSALS].sort());
  });
});

describe('what never happens to an action, also where status and visibility contradict each other', () => {
  it('what is public never becomes anything else', () => {
    for (const { situation, column } of everything.filter((row) => row.situation.visibility === 'public')) {
      // A draft is never public: there is nothing to keep.
      if (situation.status === 'draft' || situation.status === 'scheduled') continue;
      const { decision } = ask(situation, column);
      if (decision.ok) expect(decision.visibility).toBe('public');
    }
  });

  it('what is deleted stays as it is', () => {
    for (const { situation, column } of everything.filter((row) => row.situation.status === 'deleted'))
      expect(ask(situation, column).decision).toEqual({ ok: false, reason: 'deleted' });
  });

  it('it is scheduled exactly when it has a time to be published at', () => {
    for (const { situation, column } of everything) {
      const { decision } = ask(situation, column);
      if (decision.ok) expect(decision.status === 'scheduled').toBe(decision.schedule !== null);
    }
  });

  it('nothing that lacks a required field gets out, and the answer names the field', () => {
    const lacking = everything.filter(
      (row) => !row.situation.complete && row.situation.status !== 'published',
    );
    for (const { situation, column } of lacking) {
      const { decision } = ask(situation, column);
      const getsOut = decision.ok && decision.status === 'published' && situation.status !== 'closed';
      expect(getsOut).toBe(false);
      if (!decision.ok && decision.reason === 'incomplete')
        expect(decision.issues).toEqual([{ path: 'title', code: 'required' }]);
    }
  });

  it('asking changes nothing', () => {
    for (const { situation, column } of reachable) {
      const { subject, decision } = ask(situation, column);
      expect(subject.status).toBe(situation.status);
      expect(decision).toEqual(ask(situation, column).decision);
    }
  });
});

describe('a schedule', () => {
  const draft: Situation = {
    status: 'draft',
    visibility: 'unpublished',
    complete: true,
    addressed: true,
    time: 'future',
    scheduledFor: 'private',
  };

  it('is kept with the audience it was made for', () => {
    const { decision } = ask(draft, 'schedule');
    expect(decision).toMatchObject({ schedule: { publishAt: TIMES.future, visibility: 'private' } });
  });

  it('stays when a scheduled action is edited or featured', () => {
    for (const column of ['update', 'feature'] as const)
      expect(ask({ ...draft, status: 'scheduled' }, column).decision).toMatchObject({
        status: 'scheduled',
        schedule: { publishAt: TIMES.future },
      });
  });

  it('is refused at a time that is none', () => {
    const { subject } = ask(draft, 'update');
    const schedule: Schedule = { publishAt: 'tomorrow', visibility: 'public' };
    expect(decideTransition(subject, { to: 'schedule', schedule }, now)).toMatchObject({
      reason: 'in-the-past',
    });
    const scheduled = { ...subject, status: 'scheduled', schedule } as const;
    expect(decideTransition(scheduled, { to: 'publish-scheduled' }, now)).toMatchObject({
      reason: 'not-due',
    });
  });
});
