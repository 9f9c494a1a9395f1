import type { ActionKind } from '../action/action-kind.js';
import type { Id, Timestamp } from '../values/id-schema.js';
import { tallyDays } from './daily.js';
import { tallyEngagements, type Engagement } from './engagement.js';
import type { ActionEvent, Participant } from './event-schema.js';
import { tallyFrequencies } from './frequency.js';
import { tallyPerformance } from './performance.js';
import type { Overview, Results } from './results-schema.js';
import { selectEvents } from './select-events.js';
import { uniqueEvents } from './unique-events.js';

/**
 * All results of one action, from its log. The order of events does not matter, and an event that is told twice counts
 * once (INV-41). Events of other actions, and results that are not of this action's kind, are passed over.
 *
 * @param asOf - Written on the results. It leaves nothing out: clocks differ, and what is in the log has happened.
 */
export function tallyResults(
  action: { readonly id: Id; readonly kind: ActionKind },
  events: Iterable<ActionEvent>,
  asOf: Timestamp,
): Results {
  const log = uniqueEvents(events).filter((event) => isAbout(action, event));
  const engagements = tallyEngagements(log);
  const overview = tallyOverview(log, engagements);
  return {
    actionId: action.id,
    kind: action.kind,
    asOf,
    overview,
    performance: tallyPerformance(action.kind, log, overview),
    frequencies: tallyFrequencies(log),
    daily: tallyDays(engagements.values(), log),
  };
}

function isAbout(action: { readonly id: Id; readonly kind: ActionKind }, event: ActionEvent): boolean {
  if (event.actionId !== action.id) return false;
  return !('result' in event) || event.result.kind === action.kind;
}

/** Whoever performed counts as having started, and whoever started as having seen, also where that event is missing. */
function tallyOverview(
  log: readonly ActionEvent[],
  engagements: ReadonlyMap<Participant, Engagement>,
): Overview {
  const sentTo = new Set(selectEvents(log, 'delivered').map(({ participant }) => participant));
  const people = [...engagements.values()];
  return {
    sentTo: sentTo.size,
    seen: people.length,
    seenAmongSentTo: [...sentTo].filter((participant) => engagements.has(participant)).length,
    started: people.filter(({ startedAt }) => startedAt !== null).length,
    completed: people.filter(({ completedAt }) => completedAt !== null).length,
    performs: people.reduce((sum, { performs }) => sum + performs, 0),
    reports: selectEvents(log, 'reported').length,
  };
}
