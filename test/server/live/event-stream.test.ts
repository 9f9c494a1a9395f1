import { describe, expect, it } from 'vitest';

import { EventStream } from '../../../server/src/live/event-stream.js';
import { EventReader } from './event-reader.js';

function open() {
  const told: string[] = [];
  const stream = new EventStream({ ended: () => told.push('ended'), cutOff: () => told.push('cut off') });
  return { stream, told };
}

const EVENT = { cursor: 'c1', changes: [{ topic: 'actions' as const, actionId: 'a'.repeat(900) }] };

describe('an open stream', () => {
  it('keeps some events for somebody who is slow, and then ends the connection', () => {
    const { stream, told } = open();
    for (let count = 0; count < 50; count += 1) stream.tell(EVENT);
    expect([stream.isOpen, told]).toEqual([true, []]);
    for (let count = 0; count < 50; count += 1) stream.tell(EVENT);
    expect([stream.isOpen, told]).toEqual([false, ['ended', 'cut off']]);
  });

  it('goes on for somebody who reads', async () => {
    const { stream, told } = open();
    const reader = new EventReader(stream.body);
    for (let count = 1; count <= 200; count += 1) {
      stream.tell(EVENT);
      await reader.until(({ events }) => events.length === count);
    }
    stream.close();
    await reader.ended;
    expect(told).toEqual(['ended']);
    expect(reader.events[199]).toEqual({ id: 'c1', changes: EVENT.changes });
  });

  it('ends once, whoever ends it', async () => {
    const { stream, told } = open();
    await stream.body.cancel();
    stream.close();
    stream.beat();
    stream.tell(EVENT);
    expect(told).toEqual(['ended']);
  });
});
