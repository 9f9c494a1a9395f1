import type { TextingKind } from '../action/action-kind.js';
import type { Id } from '../values/id-schema.js';
import type { ActionEvent } from './event-schema.js';
import { rateOf } from './rates.js';
import type { Performance } from './results-schema.js';
import { selectDeeds, selectEvents } from './select-events.js';

type MessageFigures = Omit<Extract<Performance, { kind: 'peer_to_peer' }>, 'kind'>;

/**
 * How messages went: openers, replies and what was sent after them, who answered, opted out, and failed to be reached.
 * A message that failed was attempted but not sent, and is billed with no segments. The rates are of contacts, each
 * counted once, and only of those who belong to what they are a share of: who opted out without ever having been
 * written to is no opt-out of this action.
 */
export function tallyMessages(events: readonly ActionEvent[], kind: TextingKind): MessageFigures {
  const messages = selectEvents(events, 'messaged');
  const attempted = messages.filter(({ direction }) => direction === 'outbound');
  const sent = attempted.filter(({ state }) => state === 'sent');
  const initials = sent.filter(({ purpose }) => purpose === 'initial');
  const responses = messages.filter(({ direction }) => direction === 'inbound');
  const opened = contactsOf(initials);
  const responders = contactsOf(responses);
  const performs = selectDeeds(events, kind).filter((deed) => deed.isPerform);
  return {
    peopleReached: contactsOf(performs.map(({ result }) => result)).size,
    initials: initials.length,
    responses: responses.length,
    followUps: sent.length - initials.length,
    segments: sent.reduce((sum, { segments }) => sum + segments, 0),
    responseRate: shareOf(responders, opened),
    optOutRate: shareOf(contactsOf(selectEvents(events, 'opted_out')), opened),
    errorRate: rateOf(attempted.length - sent.length, attempted.length),
    availableReportsFilled: shareOf(contactsOf(selectEvents(events, 'reported')), responders),
  };
}

const contactsOf = (entries: readonly { readonly contactId: Id }[]): Set<Id> =>
  new Set(entries.map(({ contactId }) => contactId));

const shareOf = (part: ReadonlySet<Id>, whole: ReadonlySet<Id>) =>
  rateOf([...part].filter((id) => whole.has(id)).length, whole.size);
