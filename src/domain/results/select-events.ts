import type { PerformResult } from '../perform/perform-schema.js';
import type { ActionEvent, Participant } from './event-schema.js';

export type EventOf<T extends ActionEvent['type']> = Extract<ActionEvent, { type: T }>;
export type ResultOf<K extends PerformResult['kind']> = Extract<PerformResult, { kind: K }>;

/** What somebody did with an action, and whether it counts as a perform. */
export interface Deed<K extends PerformResult['kind']> {
  readonly participant: Participant;
  readonly isPerform: boolean;
  readonly result: ResultOf<K>;
}

/** The events of one type. */
export const selectEvents = <T extends ActionEvent['type']>(
  events: readonly ActionEvent[],
  type: T,
): EventOf<T>[] => events.filter((event): event is EventOf<T> => event.type === type);

/** What people did, performs and what was only noted, as far as it is of one kind. */
export function selectDeeds<K extends PerformResult['kind']>(
  events: readonly ActionEvent[],
  kind: K,
): Deed<K>[] {
  const deeds: Deed<K>[] = [];
  for (const event of events) {
    if (event.type !== 'performed' && event.type !== 'noted') continue;
    const { participant, result } = event;
    if (isOfKind(result, kind)) deeds.push({ participant, isPerform: event.type === 'performed', result });
  }
  return deeds;
}

const isOfKind = <K extends PerformResult['kind']>(result: PerformResult, kind: K): result is ResultOf<K> =>
  result.kind === kind;
