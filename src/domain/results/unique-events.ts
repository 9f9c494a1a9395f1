import type { ActionEvent } from './event-schema.js';

/**
 * Each event once: two events with one id are one event (INV-41). Should they differ, the one that was recorded first
 * stands, and between those recorded at once the one whose text is smaller, so that the order of arrival decides nothing.
 */
export function uniqueEvents(events: Iterable<ActionEvent>): ActionEvent[] {
  const byId = new Map<string, ActionEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (known === undefined || (known !== event && isBefore(event, known))) byId.set(event.id, event);
  }
  return [...byId.values()];
}

function isBefore(a: ActionEvent, b: ActionEvent): boolean {
  const difference = Date.parse(a.recordedAt) - Date.parse(b.recordedAt);
  return difference === 0 ? inOneOrder(a) < inOneOrder(b) : difference < 0;
}

/** The same text for the same content, in whatever order its members were written. */
const inOneOrder = (event: ActionEvent): string =>
  JSON.stringify(event, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
