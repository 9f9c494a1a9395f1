import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Loaded before, so that fake clocks have no loading to wait for.
import '../../../src/client/live-changes.js';
import { httpTransport } from '../../../src/client/http-transport.js';
import type { Fetch } from '../../../src/client/with-session.js';
import type { Change } from '../../../src/contract/changes.js';
import { ProblemError } from '../../../src/contract/problem-error.js';

const CHANGE: Change = { topic: 'actions', actionId: null };

/** A backend without streams, whose changes are numbered; `failure` makes the next answers problems. */
function open() {
  const asked: (string | null)[] = [];
  const state: { changes: Change[]; failure: ProblemError | undefined } = { changes: [], failure: undefined };
  const fetch: Fetch = (url) => {
    if (url.endsWith('/stream')) return Promise.resolve(new Response('', { status: 404 }));
    const cursor = new URL(url).searchParams.get('cursor');
    asked.push(cursor);
    if (state.failure !== undefined && (state.failure.code !== 'invalid-input' || cursor !== null)) {
      const problem = state.failure.toProblem();
      return Promise.resolve(new Response(JSON.stringify(problem), { status: problem.status }));
    }
    const changes = cursor === null ? [] : state.changes.slice(Number(cursor));
    return Promise.resolve(new Response(JSON.stringify({ cursor: String(state.changes.length), changes })));
  };
  const { subscribe } = httpTransport({ baseUrl: 'https://b.example', fetch, retry: false });
  return { subscribe: subscribe!, asked, state };
}

describe('somebody who listens to a backend', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('hears each change once, from then on', async () => {
    const { subscribe, state } = open();
    state.changes.push(CHANGE);
    const first = vi.fn();
    const second = vi.fn();
    subscribe(first);
    subscribe(second);
    await vi.advanceTimersByTimeAsync(1000);
    state.changes.push({ topic: 'results', actionId: 'a' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(first.mock.calls).toEqual([[{ topic: 'results', actionId: 'a' }]]);
    expect(second.mock.calls).toEqual(first.mock.calls);
  });

  it('costs one question every five seconds, and none when nobody listens any more', async () => {
    const { subscribe, asked } = open();
    const stops = [subscribe(vi.fn()), subscribe(vi.fn())];
    await vi.advanceTimersByTimeAsync(10_500);
    expect(asked).toEqual([null, '0', '0']);
    for (const stop of stops) stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears nothing after it has stopped listening, also of what was under way', async () => {
    const { subscribe, state } = open();
    const stopped = vi.fn();
    const other = vi.fn();
    const stop = subscribe(stopped);
    subscribe(other);
    await vi.advanceTimersByTimeAsync(1000);
    state.changes.push(CHANGE);
    stop();
    stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(stopped).not.toHaveBeenCalled();
    expect(other).toHaveBeenCalledTimes(1);
  });

  it('may come again later', async () => {
    const { subscribe, asked } = open();
    subscribe(vi.fn())();
    subscribe(vi.fn());
    await vi.advanceTimersByTimeAsync(5500);
    expect(asked.at(-1)).toBe('0');
  });

  it('takes its place at once, and asks for nothing while the page is hidden', async () => {
    const { subscribe, asked } = open();
    const page = { hidden: true };
    vi.stubGlobal('document', page);
    subscribe(vi.fn());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toEqual([null]);
    page.hidden = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual([null, '0']);
  });

  it('is patient with a backend that fails, and misses nothing', async () => {
    const { subscribe, asked, state } = open();
    const listener = vi.fn();
    subscribe(listener);
    await vi.advanceTimersByTimeAsync(100);
    state.failure = new ProblemError('unavailable');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked.length).toBeLessThan(16);
    state.changes.push(CHANGE);
    state.failure = undefined;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('begins anew where the backend no longer knows the cursor, and loads everything again', async () => {
    const { subscribe, asked, state } = open();
    const listener = vi.fn();
    subscribe(listener);
    await vi.advanceTimersByTimeAsync(100);
    state.failure = new ProblemError('invalid-input');
    await vi.advanceTimersByTimeAsync(5000);
    state.failure = undefined;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual([null, '0', null, '0', '0']);
    expect(listener.mock.calls.flat()).toEqual([
      { topic: 'actions', actionId: null },
      { topic: 'results', actionId: null },
    ]);
  });
});
