import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { engagementOf } from '../../../../src/domain/results/engagement.js';
import { tallyResults } from '../../../../src/domain/results/tally.js';
import { event, logOf } from './logs.js';

const result = { kind: 'open_webpage', outcome: 'opened' };
const at = (hour: number): string => `2026-11-03T${String(hour).padStart(2, '0')}:00:00.000Z`;
const nowhere = { seenAt: null, startedAt: null, completedAt: null, performs: 0 };

describe('how far somebody has come', () => {
  it.each([
    ['nothing', [], nowhere],
    ['a delivery alone', [event('delivered')], nowhere],
    ['a click alone', [event('clicked')], nowhere],
    ['seeing it', [event('seen', { occurredAt: at(9) })], { ...nowhere, seenAt: at(9) }],
    [
      'starting it',
      [event('started', { occurredAt: at(9) })],
      { ...nowhere, seenAt: at(9), startedAt: at(9) },
    ],
    [
      'performing it without a word before',
      [event('performed', { occurredAt: at(9), result })],
      { seenAt: at(9), startedAt: at(9), completedAt: at(9), performs: 1 },
    ],
    [
      'everything twice, the later first',
      [
        event('performed', { occurredAt: at(15), result }),
        event('performed', { occurredAt: at(12), result }),
        event('started', { occurredAt: at(11) }),
        event('started', { occurredAt: at(10) }),
        event('seen', { occurredAt: at(9) }),
        event('seen', { occurredAt: at(8) }),
      ],
      { seenAt: at(8), startedAt: at(10), completedAt: at(12), performs: 2 },
    ],
    [
      'what others did',
      [event('performed', { participant: 'user:bo', result }), event('seen', { participant: 'guest:ada' })],
      nowhere,
    ],
    [
      'saying later that they finished',
      [event('noted', { occurredAt: at(9), result: { ...result, outcome: 'finished' } })],
      { ...nowhere, seenAt: at(9) },
    ],
  ])('after %s', (_, log, engagement) => {
    expect(engagementOf(log, 'user:ada')).toEqual(engagement);
    expect(engagementOf([...log].reverse(), 'user:ada')).toEqual(engagement);
    expect(engagementOf([...log, ...log], 'user:ada')).toEqual(engagement);
  });

  it('goes by the moment, not by how it is written', () => {
    const log = [
      event('seen', { occurredAt: '2026-11-03T09:00:00.500Z' }),
      event('seen', { occurredAt: '2026-11-03T09:00:00Z' }),
    ];
    expect(engagementOf(log, 'user:ada').seenAt).toBe('2026-11-03T09:00:00Z');
    const twice = [
      event('seen', { occurredAt: at(9) }),
      event('seen', { occurredAt: '2026-11-03T09:00:00Z' }),
    ];
    expect(engagementOf([...twice].reverse(), 'user:ada')).toEqual(engagementOf(twice, 'user:ada'));
  });

  it('adds up to the results', () => {
    fc.assert(
      fc.property(logOf('survey'), (log) => {
        const people = [...new Set(log.map(({ participant }) => participant))];
        const engagements = people.map((participant) => engagementOf(log, participant));
        const { overview } = tallyResults({ id: 'action', kind: 'survey' }, log, '2026-11-06T00:00:00.000Z');
        const reached = (step: 'seenAt' | 'startedAt' | 'completedAt') =>
          engagements.filter((engagement) => engagement[step] !== null).length;
        expect([reached('seenAt'), reached('startedAt'), reached('completedAt')]).toEqual([
          overview.seen,
          overview.started,
          overview.completed,
        ]);
        expect(engagements.reduce((sum, { performs }) => sum + performs, 0)).toBe(overview.performs);
      }),
    );
  });
});
