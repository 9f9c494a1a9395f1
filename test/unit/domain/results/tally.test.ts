import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTION_KINDS, isTextingKind } from '../../../../src/domain/action/action-kind.js';
import { actionEvent } from '../../../../src/domain/results/event-schema.js';
import { rate, results, type Rate } from '../../../../src/domain/results/results-schema.js';
import { tallyResults } from '../../../../src/domain/results/tally.js';
import { event, logOf } from './logs.js';
import { recount } from './recount.js';

const asOf = '2026-11-06T00:00:00.000Z';
const kinds = fc.constantFrom(...ACTION_KINDS);
const logs = kinds.chain((kind) => fc.record({ kind: fc.constant(kind), log: logOf(kind) }));

function ratesIn(value: unknown): Rate[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('denominator' in value) return [rate.parse(value)];
  return Object.values(value).flatMap((part: unknown) => ratesIn(part));
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the results of any log', () => {
  it('do not depend on the order in which events arrive, nor on how often', () => {
    const retold = logs.chain(({ kind, log }) =>
      fc.record({
        kind: fc.constant(kind),
        log: fc.constant(log),
        again: fc
          .subarray(log)
          .chain((some) =>
            fc.shuffledSubarray([...log, ...structuredClone(some)], { minLength: log.length + some.length }),
          ),
      }),
    );
    fc.assert(
      fc.property(retold, ({ kind, log, again }) => {
        const action = { id: 'action', kind };
        expect(tallyResults(action, again, asOf)).toEqual(tallyResults(action, log, asOf));
      }),
      { numRuns: 300 },
    );
  });

  it('are what somebody would count by hand', () => {
    fc.assert(
      fc.property(logs, ({ kind, log }) => {
        const { overview, daily } = tallyResults({ id: 'action', kind }, log, asOf);
        expect({ overview, daily }).toEqual(recount(log));
      }),
      { numRuns: 300 },
    );
  });

  it('never say that more people finished than started, or started than saw', () => {
    fc.assert(
      fc.property(logs, ({ kind, log }) => {
        const { overview } = tallyResults({ id: 'action', kind }, log, asOf);
        expect(overview.completed).toBeLessThanOrEqual(overview.started);
        expect(overview.started).toBeLessThanOrEqual(overview.seen);
        expect(overview.completed).toBeLessThanOrEqual(overview.performs);
        expect(overview.seenAmongSentTo).toBeLessThanOrEqual(Math.min(overview.seen, overview.sentTo));
      }),
    );
  });

  it('have days that add up to the overview, the oldest first', () => {
    fc.assert(
      fc.property(logs, ({ kind, log }) => {
        const { overview, daily } = tallyResults({ id: 'action', kind }, log, asOf);
        expect(sum(daily.map(({ seen }) => seen))).toBe(overview.seen);
        expect(sum(daily.map(({ started }) => started))).toBe(overview.started);
        expect(sum(daily.map(({ performs }) => performs))).toBe(overview.performs);
        const days = daily.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });

  it('are what the contract lets a backend answer, and no rate exceeds its whole', () => {
    fc.assert(
      fc.property(logs, ({ kind, log }) => {
        const tallied = tallyResults({ id: 'action', kind }, log, asOf);
        expect(results.parse(tallied)).toEqual(tallied);
        for (const { numerator, denominator } of ratesIn(tallied))
          expect(numerator).toBeLessThanOrEqual(denominator);
      }),
    );
  });

  it('are those of one action alone', () => {
    fc.assert(
      fc.property(logs, fc.nat(), ({ kind, log }, split) => {
        const foreign = log.map((entry, index) =>
          index % 2 === split % 2 ? actionEvent.parse({ ...entry, actionId: 'another' }) : entry,
        );
        const own = foreign.filter(({ actionId }) => actionId === 'action');
        const action = { id: 'action', kind };
        expect(tallyResults(action, foreign, asOf)).toEqual(tallyResults(action, own, asOf));
      }),
    );
  });

  it('speak of messages only where volunteers send them', () => {
    fc.assert(
      fc.property(logs, ({ kind, log }) => {
        const { performance } = tallyResults({ id: 'action', kind }, log, asOf);
        expect(performance.kind).toBe(kind);
        expect('responseRate' in performance).toBe(isTextingKind(kind));
      }),
    );
  });
});

describe('the results of an empty log', () => {
  it.each(ACTION_KINDS)('are nothing but zeros for %s', (kind) => {
    const { overview, performance, frequencies, daily } = tallyResults({ id: 'action', kind }, [], asOf);
    const figures = [overview, performance].flatMap((part): unknown[] => Object.values(part));
    expect(figures.filter((figure) => typeof figure === 'number' && figure !== 0)).toEqual([]);
    expect(ratesIn(performance).filter(({ denominator }) => denominator !== 0)).toEqual([]);
    expect([frequencies, daily]).toEqual([[], []]);
  });
});

describe('one volunteer who does everything once', () => {
  const result = { kind: 'social_sharing', network: 'x', outcome: 'opened', edited: false };

  it('is seen 1, started 1, completed 1, performs 1', () => {
    const log = [event('seen'), event('started'), event('performed', { result })];
    const { overview } = tallyResults({ id: 'action', kind: 'social_sharing' }, log, asOf);
    expect(overview).toMatchObject({ sentTo: 0, seen: 1, started: 1, completed: 1, performs: 1, reports: 0 });
  });

  it('counts as having seen and started although those events are missing', () => {
    const log = [event('performed', { result }), event('performed', { result })];
    const { overview } = tallyResults({ id: 'action', kind: 'social_sharing' }, log, asOf);
    expect(overview).toMatchObject({ seen: 1, started: 1, completed: 1, performs: 2 });
  });

  it('is not mixed up with a guest of the same id', () => {
    const log = [event('seen', { participant: 'user:x' }), event('seen', { participant: 'guest:x' })];
    expect(tallyResults({ id: 'action', kind: 'survey' }, log, asOf).overview.seen).toBe(2);
  });
});

describe('two events with one id that differ', () => {
  const kind = 'open_webpage';
  const told = (outcome: string, recordedAt: string) =>
    event('performed', { id: 'same', recordedAt, result: { kind, outcome } });
  const opens = (log: Parameters<typeof tallyResults>[1]) => tallyResults({ id: 'action', kind }, log, asOf);

  it('are the one that was recorded first, in whatever order they are read', () => {
    const first = told('opened', '2026-11-03T15:00:01.000Z');
    const second = event('seen', { id: 'same', recordedAt: '2026-11-03T15:00:01.001Z' });
    for (const log of [
      [first, second],
      [second, first],
    ])
      expect(opens(log).overview.performs).toBe(1);
  });

  it('are the same one of both also when they were recorded at once', () => {
    const at = '2026-11-03T15:00:01.000Z';
    const pair = [
      told('opened', at),
      event('seen', { id: 'same', recordedAt: at }),
      event('started', { id: 'same', recordedAt: at }),
    ];
    const answers = [pair, [...pair].reverse(), [pair[1], pair[2], pair[0]].flatMap((one) => one ?? [])].map(
      opens,
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});
