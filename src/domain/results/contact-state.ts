import type { Id } from '../values/id-schema.js';
import { onceWhere, type Count } from './counters.js';
import type { ActionEvent } from './event-schema.js';

/** All that has to be known of a contact to count them once, whoever wrote to them. */
export interface ContactState {
  readonly reached: boolean;
  readonly wasWrittenTo: boolean;
  readonly answered: boolean;
  readonly optedOut: boolean;
  readonly reported: boolean;
}

export const NEW_CONTACT: ContactState = {
  reached: false,
  wasWrittenTo: false,
  answered: false,
  optedOut: false,
  reported: false,
};

/** The contact that an event is about, if it is about one. */
export function contactOf(event: ActionEvent): Id | undefined {
  if ('contactId' in event) return event.contactId;
  if (event.type !== 'performed' || !('channel' in event.result)) return undefined;
  return event.result.contactId;
}

/** What is known of a contact once this event is known too. */
export function rememberContact(state: ContactState, event: ActionEvent): ContactState {
  switch (event.type) {
    case 'performed':
      return { ...state, reached: true };
    case 'opted_out':
      return { ...state, optedOut: true };
    case 'reported':
      return { ...state, reported: true };
    case 'messaged': {
      const isOpener =
        event.direction === 'outbound' && event.state === 'sent' && event.purpose === 'initial';
      return {
        ...state,
        wasWrittenTo: state.wasWrittenTo || isOpener,
        answered: state.answered || event.direction === 'inbound',
      };
    }
    default:
      return state;
  }
}

/**
 * What a contact counts for, once each. Shares are only of those who belong to the whole: who opted out without ever
 * having been written to is no opt-out of this action.
 */
export const countContact = (state: ContactState): Count[] =>
  onceWhere({
    peopleReached: state.reached,
    writtenTo: state.wasWrittenTo,
    'writtenTo/answered': state.wasWrittenTo && state.answered,
    'writtenTo/optedOut': state.wasWrittenTo && state.optedOut,
    answered: state.answered,
    'answered/reported': state.answered && state.reported,
  });
