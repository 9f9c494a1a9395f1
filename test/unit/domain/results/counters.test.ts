import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTION_KINDS } from '../../../../src/domain/action/action-kind.js';
import {
  contactOf,
  countContact,
  NEW_CONTACT,
  rememberContact,
  type ContactState,
} from '../../../../src/domain/results/contact-state.js';
import { countEvent, isAbout } from '../../../../src/domain/results/count-event.js';
import { addCounts, sumsBelow } from '../../../../src/domain/results/counters.js';
import type { ActionEvent } from '../../../../src/domain/results/event-schema.js';
import {
  countParticipant,
  NEW_PARTICIPANT,
  rememberParticipant,
  type ParticipantState,
} from '../../../../src/domain/results/participant-state.js';
import { countEvents } from '../../../../src/domain/results/tally.js';
import { uniqueEvents } from '../../../../src/domain/results/unique-events.js';
import { logOf } from './logs.js';

const logs = fc
  .constantFrom(...ACTION_KINDS)
  .chain((kind) => fc.record({ action: fc.constant({ id: 'action', kind }), log: logOf(kind) }));

/** Counts as a store does: one event after the other, taking back what somebody counted for before. */
function countOneByOne(log: readonly ActionEvent[]): Map<string, number> {
  const sums = new Map<string, number>();
  const participants = new Map<string, ParticipantState>();
  const contacts = new Map<string, ContactState>();
  for (const event of log) {
    addCounts(sums, countEvent(event));
    const before = participants.get(event.participant) ?? NEW_PARTICIPANT;
    const after = rememberParticipant(before, event);
    participants.set(event.participant, after);
    addCounts(sums, countParticipant(before), -1);
    addCounts(sums, countParticipant(after));
    const contactId = contactOf(event);
    if (contactId === undefined) continue;
    const known = contacts.get(contactId) ?? NEW_CONTACT;
    contacts.set(contactId, rememberContact(known, event));
    addCounts(sums, countContact(known), -1);
    addCounts(sums, countContact(rememberContact(known, event)));
  }
  return sums;
}

describe('counting event by event', () => {
  it('comes to the same as counting the whole log, in any order of arrival', () => {
    fc.assert(
      fc.property(
        logs.chain(({ action, log }) =>
          fc.record({
            action: fc.constant(action),
            log: fc.shuffledSubarray(log, { minLength: log.length, maxLength: log.length }),
          }),
        ),
        ({ action, log }) => {
          const arrived = uniqueEvents(log).filter((event) => isAbout(action, event));
          expect(countOneByOne(arrived)).toEqual(new Map(countEvents(action, log).counters));
        },
      ),
    );
  });

  it('leaves no counter at zero behind, and never one below', () => {
    fc.assert(
      fc.property(logs, ({ action, log }) => {
        expect([...countEvents(action, log).counters.values()].filter((sum) => sum <= 0)).toEqual([]);
      }),
    );
  });

  it('finds sums by how their names begin, with the rest of the name', () => {
    const sums = new Map([
      ['tag/a', 1],
      ['tag/b/c', 2],
      ['tags', 3],
    ]);
    expect([...sumsBelow(sums, 'tag/')]).toEqual([
      ['a', 1],
      ['b/c', 2],
    ]);
  });
});
