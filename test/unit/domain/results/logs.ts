import fc from 'fast-check';

import type { ActionKind } from '../../../../src/domain/action/action-kind.js';
import { performResult } from '../../../../src/domain/perform/perform-schema.js';
import { actionEvent, type ActionEvent } from '../../../../src/domain/results/event-schema.js';

/** The least that makes an event of each type, for somebody who is of no consequence. */
const base = { actionId: 'action', participant: 'user:ada', occurredAt: '2026-11-03T15:00:00.000Z' };
const BESIDES: Record<ActionEvent['type'], object> = {
  delivered: { source: 'list' },
  seen: {},
  started: {},
  performed: {},
  noted: {},
  clicked: { referrer: null, network: null },
  converted: { referrer: null },
  messaged: {
    contactId: 'c1',
    direction: 'outbound',
    purpose: 'initial',
    state: 'sent',
    scriptId: null,
    segments: 1,
  },
  opted_out: { contactId: 'c1' },
  reported: { contactId: 'c1', tagIds: [], fieldIds: [] },
};

let serial = 0;

/** An event with an id of its own unless `changes` gives one. */
export function event(type: ActionEvent['type'], changes: object = {}): ActionEvent {
  serial += 1;
  const recordedAt = '2026-11-03T15:00:01.000Z';
  return actionEvent.parse({ type, id: `e${serial}`, ...base, recordedAt, ...BESIDES[type], ...changes });
}

const participants = fc.constantFrom('user:ada', 'user:bo', 'user:cy', 'guest:g1');
const contacts = fc.constantFrom('c1', 'c2', 'c3');
const tags = fc.array(fc.constantFrom('t1', 't2', 't3'), { maxLength: 3 });
const networks = fc.constantFrom('x', 'email', 'native', 'copy');
const times = fc.constantFrom(
  '2026-11-03T23:59:59.999Z',
  '2026-11-03T23:59:59Z',
  '2026-11-04T00:00:00Z',
  '2026-11-04T00:00:00.000Z',
  '2026-11-05T12:00:00.5Z',
);
const contact = {
  contactId: contacts,
  channel: fc.constantFrom('text', 'email', 'call'),
  outcome: fc.constantFrom('messaged', 'started', 'reached', 'failed'),
};

const RESULTS: Record<ActionKind, Record<string, fc.Arbitrary<unknown>>> = {
  peer_to_peer: contact,
  friend_to_friend: contact,
  canvassing: contact,
  social_sharing: {
    network: networks,
    outcome: fc.constantFrom('opened', 'copied', 'shared', 'cancelled'),
    edited: fc.boolean(),
  },
  video_stories: { outcome: fc.constant('submitted'), storyId: fc.constant('story') },
  survey: {
    outcome: fc.constantFrom('viewed', 'submitted'),
    answers: fc.dictionary(
      fc.constantFrom('q1', 'q2'),
      fc.oneof(fc.boolean(), fc.constantFrom('yes', 'no'), fc.subarray(['a', 'b'])),
    ),
  },
  open_webpage: { outcome: fc.constantFrom('opened', 'finished', 'not_finished') },
  voter_registration: { outcome: fc.constantFrom('started', 'handed_off', 'self_reported', 'pledged') },
};

/** Any log of an action of a kind: few people, few days, everything that can be recorded, in any order. */
export function logOf(kind: ActionKind): fc.Arbitrary<ActionEvent[]> {
  const result = fc.record(RESULTS[kind]).map((fields) => performResult.parse({ kind, ...fields }));
  const referrer = fc.option(participants);
  const fields: Record<ActionEvent['type'], Record<string, fc.Arbitrary<unknown>>> = {
    delivered: { source: fc.constantFrom('list', 'direct', 'resend') },
    seen: {},
    started: {},
    performed: { result },
    noted: { result },
    clicked: { referrer, network: fc.option(networks) },
    converted: { referrer },
    messaged: {
      contactId: contacts,
      direction: fc.constantFrom('outbound', 'inbound'),
      purpose: fc.constantFrom('initial', 'follow_up', 'reply'),
      state: fc.constantFrom('sent', 'failed'),
      scriptId: fc.option(fc.constantFrom('s1', 's2')),
      segments: fc.nat(3),
    },
    opted_out: { contactId: contacts },
    reported: { contactId: contacts, tagIds: tags, fieldIds: tags },
  };
  const types = Object.keys(fields) as ActionEvent['type'][];
  const entries = fc
    .constantFrom(...types)
    .chain((type) =>
      fc.record({ type: fc.constant(type), participant: participants, occurredAt: times, ...fields[type] }),
    );
  return fc
    .array(entries, { maxLength: 40 })
    .map((rows) => rows.map(({ type, ...row }, index) => event(type, { ...row, id: `log${index}` })));
}
