import type { ActionKind } from '../action/action-kind.js';
import type { Id, Timestamp } from '../values/id-schema.js';
import { contactOf, countContact, NEW_CONTACT, rememberContact, type ContactState } from './contact-state.js';
import { countEvent, isAbout } from './count-event.js';
import { addCounts, type Counters } from './counters.js';
import type { ActionEvent, Participant } from './event-schema.js';
import {
  countParticipant,
  NEW_PARTICIPANT,
  rememberParticipant,
  type ParticipantState,
} from './participant-state.js';
import { presentResults } from './present-results.js';
import type { Results } from './results-schema.js';
import { uniqueEvents } from './unique-events.js';

interface CountedAction {
  readonly id: Id;
  readonly kind: ActionKind;
}

/**
 * All results of one action, from its log. The order of events does not matter, and an event that is told twice counts
 * once (INV-41). Events of other actions, and results that are not of this action's kind, are passed over.
 *
 * @param asOf - Written on the results. It leaves nothing out: clocks differ, and what is in the log has happened.
 */
export const tallyResults = (
  action: CountedAction,
  events: Iterable<ActionEvent>,
  asOf: Timestamp,
): Results => presentResults(action, countEvents(action, events).counters, asOf);

/** What is counted of a log, and what has to be remembered of everybody in it to go on counting. */
export interface Tally {
  readonly counters: Counters;
  readonly participants: ReadonlyMap<Participant, ParticipantState>;
  readonly contacts: ReadonlyMap<Id, ContactState>;
}

/** Counts a whole log at once. A store that counts event by event comes to the same. */
export function countEvents(action: CountedAction, events: Iterable<ActionEvent>): Tally {
  const counters = new Map<string, number>();
  const participants = new Map<Participant, ParticipantState>();
  const contacts = new Map<Id, ContactState>();
  for (const event of uniqueEvents(events)) {
    if (!isAbout(action, event)) continue;
    addCounts(counters, countEvent(event));
    const { participant } = event;
    participants.set(
      participant,
      rememberParticipant(participants.get(participant) ?? NEW_PARTICIPANT, event),
    );
    const contact = contactOf(event);
    if (contact !== undefined)
      contacts.set(contact, rememberContact(contacts.get(contact) ?? NEW_CONTACT, event));
  }
  for (const state of participants.values()) addCounts(counters, countParticipant(state));
  for (const state of contacts.values()) addCounts(counters, countContact(state));
  return { counters, participants, contacts };
}
