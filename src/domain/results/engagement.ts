import type { ActionEvent, Participant } from './event-schema.js';
import {
  NEW_PARTICIPANT,
  rememberParticipant,
  type Engagement,
  type ParticipantState,
} from './participant-state.js';
import { uniqueEvents } from './unique-events.js';

export type { Engagement } from './participant-state.js';

/** How far one person has come, from the events of one action in any order; events of others are passed over. */
export const engagementOf = (events: Iterable<ActionEvent>, participant: Participant): Engagement =>
  toEngagement(
    uniqueEvents(events)
      .filter((event) => event.participant === participant)
      .reduce(rememberParticipant, NEW_PARTICIPANT),
  );

export const toEngagement = ({ seenAt, startedAt, completedAt, performs }: ParticipantState): Engagement => ({
  seenAt,
  startedAt,
  completedAt,
  performs,
});
