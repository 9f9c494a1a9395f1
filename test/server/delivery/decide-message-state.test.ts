import { describe, expect, it } from 'vitest';

import { decideMessageState } from '../../../server/src/delivery/decide-message-state.js';
import type { MessageState } from '../../../server/src/delivery/message-tables.js';

const REPORTED = ['queued', 'sending', 'sent', 'undelivered', 'failed', 'delivered', 'read', 'nonsense'];

/** What each word makes of each state, in the order of `REPORTED`; a dot where nothing changes. */
const TABLE: Readonly<Record<MessageState, string>> = {
  queued: '. . sent failed failed delivered delivered .',
  sending: '. . sent failed failed delivered delivered .',
  dead: '. . sent failed failed delivered delivered .',
  sent: '. . . failed failed delivered delivered .',
  failed: '. . . . . delivered delivered .',
  delivered: '. . . . . . . .',
};

describe("a provider's word about a message", () => {
  it.each(Object.entries(TABLE))('that is %s', (state, expected) => {
    const made = REPORTED.map((word) => decideMessageState(state as MessageState, word) ?? '.');
    expect(made.join(' ')).toBe(expected);
  });

  it('leads to the same end in whatever order the words come, however often', () => {
    const tell = (words: readonly string[]) =>
      words.reduce<MessageState>((state, word) => decideMessageState(state, word) ?? state, 'sending');
    expect(tell(['queued', 'sent', 'delivered'])).toBe('delivered');
    expect(tell(['delivered', 'sent', 'queued', 'sent', 'delivered'])).toBe('delivered');
    expect(tell(['undelivered', 'sent', 'undelivered'])).toBe('failed');
  });
});
