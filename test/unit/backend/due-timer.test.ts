import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startDueTimer } from '../../../src/backend/due-timer.js';

const START = new Date('2026-09-01T12:00:00.000Z');
const inMinutes = (minutes: number): string => new Date(START.getTime() + minutes * 60_000).toISOString();

describe('the timer for scheduled actions', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const now = () => new Date();

  it('looks at the moment that something is due', async () => {
    const times: string[] = [];
    const timer = startDueTimer(() => {
      times.push(now().toISOString());
      return Promise.resolve(times.length === 1 ? inMinutes(0.5) : null);
    }, now);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(times).toEqual([inMinutes(0), inMinutes(0.5)]);
    timer.stop();
  });

  it('looks every minute while something waits for later, since clocks change and tabs sleep', async () => {
    const publishDue = vi.fn(() => Promise.resolve(inMinutes(10)));
    const timer = startDueTimer(publishDue, now);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(publishDue).toHaveBeenCalledTimes(4);
    timer.stop();
  });

  it('looks again when woken while it is looking, one call at a time', async () => {
    let running = 0;
    let most = 0;
    const publishDue = vi.fn(async () => {
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
      return null;
    });
    const timer = startDueTimer(publishDue, now);
    timer.wake();
    timer.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(most).toBe(1);
    expect(publishDue).toHaveBeenCalledTimes(2);
    timer.stop();
  });

  it('tries again in a minute after a failure', async () => {
    const publishDue = vi.fn(() => Promise.reject(new Error('no storage')));
    const timer = startDueTimer(publishDue, now);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(publishDue).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(publishDue).toHaveBeenCalledTimes(2);
    timer.stop();
  });

  it('does not race when what is due stays due', async () => {
    const publishDue = vi.fn(() => Promise.resolve(inMinutes(-1)));
    const timer = startDueTimer(publishDue, now);
    await vi.advanceTimersByTimeAsync(1000);
    expect(publishDue.mock.calls.length).toBeLessThanOrEqual(11);
    timer.stop();
  });

  it('leaves no timer behind once stopped', async () => {
    const publishDue = vi.fn(() => Promise.resolve(inMinutes(10)));
    const timer = startDueTimer(publishDue, now);
    timer.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    timer.wake();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(publishDue).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
