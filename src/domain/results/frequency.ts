import type { Id } from '../values/id-schema.js';
import type { ActionEvent } from './event-schema.js';
import { rateOf } from './rates.js';
import type { Frequency } from './results-schema.js';
import { selectEvents } from './select-events.js';

/**
 * How often tags, custom fields and response scripts were used (INV-40): tags and fields as a share of the reports
 * filed, scripts as a share of all replies that were sent, with a script or without. The most used of each come first.
 */
export function tallyFrequencies(events: readonly ActionEvent[]): Frequency[] {
  const reports = selectEvents(events, 'reported');
  const replies = selectEvents(events, 'messaged').filter(
    ({ direction, purpose, state }) => direction === 'outbound' && purpose !== 'initial' && state === 'sent',
  );
  return [
    ...shares(
      'tag',
      reports.map((report) => report.tagIds),
    ),
    ...shares(
      'field',
      reports.map((report) => report.fieldIds),
    ),
    ...shares(
      'script',
      replies.map(({ scriptId }) => (scriptId === null ? [] : [scriptId])),
    ),
  ];
}

/** Of these uses, each of which names every id at most once, the share that names each id. */
function shares(of: Frequency['of'], uses: readonly (readonly Id[])[]): Frequency[] {
  const counts = new Map<Id, number>();
  for (const use of uses) for (const id of new Set(use)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .map(([id, count]) => ({ of, id, share: rateOf(count, uses.length) }));
}
