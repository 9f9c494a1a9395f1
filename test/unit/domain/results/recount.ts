import type { ActionEvent, Participant } from '../../../../src/domain/results/event-schema.js';

const day = (text: string): string => text.slice(0, 10);
const distinct = (values: readonly string[]): number => new Set(values).size;

/** Counts a log the slow way, person by person and day by day, so that two ways of counting can be compared. */
export function recount(log: readonly ActionEvent[]) {
  const who = (types: readonly ActionEvent['type'][]): Participant[] =>
    log.filter(({ type }) => types.includes(type)).map(({ participant }) => participant);
  const reached = who(['seen', 'noted', 'started', 'performed']);
  const days = [...new Set(log.map(({ occurredAt }) => day(occurredAt)))].sort();
  const firstDays = (types: readonly ActionEvent['type'][]): string[] =>
    [...new Set(who(types))].map((person) => {
      const mine = log.filter(({ type, participant }) => participant === person && types.includes(type));
      return mine.map(({ occurredAt }) => day(occurredAt)).sort()[0] ?? '';
    });
  const on = (dates: readonly string[], date: string): number =>
    dates.filter((other) => other === date).length;
  const [seenOn, startedOn] = [
    firstDays(['seen', 'noted', 'started', 'performed']),
    firstDays(['started', 'performed']),
  ];
  const performedOn = log.filter(({ type }) => type === 'performed').map(({ occurredAt }) => day(occurredAt));
  return {
    overview: {
      sentTo: distinct(who(['delivered'])),
      seen: distinct(reached),
      seenAmongSentTo: distinct(who(['delivered']).filter((person) => reached.includes(person))),
      started: distinct(who(['started', 'performed'])),
      completed: distinct(who(['performed'])),
      performs: who(['performed']).length,
      reports: who(['reported']).length,
    },
    daily: days
      .map((date) => ({
        day: date,
        seen: on(seenOn, date),
        started: on(startedOn, date),
        performs: on(performedOn, date),
      }))
      .filter(({ seen, started, performs }) => seen + started + performs > 0),
  };
}
