import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startWorker } from '../../../server/src/jobs/start-worker.js';

/** Looks that end when the test says so. */
function countLooks() {
  const ends: (() => void)[] = [];
  const look = vi.fn((_: AbortSignal) => new Promise<void>((end) => ends.push(end)));
  const end = async () => {
    ends.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { look, end };
}

describe('a worker', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('looks at once, and again after a while by itself', async () => {
    const { look, end } = countLooks();
    const worker = startWorker({ look, every: 5000 });
    expect(look).toHaveBeenCalledTimes(1);
    await end();
    await vi.advanceTimersByTimeAsync(4999);
    expect(look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(look).toHaveBeenCalledTimes(2);
    await Promise.all([end(), worker.stop()]);
  });

  it('looks once more, and only once, when it is woken several times while it looks', async () => {
    const { look, end } = countLooks();
    const worker = startWorker({ look, every: 5000 });
    worker.wake();
    worker.wake();
    expect(look).toHaveBeenCalledTimes(1);
    await end();
    expect(look).toHaveBeenCalledTimes(2);
    await end();
    expect(look).toHaveBeenCalledTimes(2);
    await worker.stop();
  });

  it('goes on after a look that failed, and says so', async () => {
    const heard: unknown[] = [];
    const look = vi.fn(() => Promise.reject(new Error('database away')));
    const worker = startWorker({ look, every: 5000, report: (error) => heard.push(error) });
    await vi.advanceTimersByTimeAsync(5000);
    expect(look).toHaveBeenCalledTimes(2);
    expect(heard).toHaveLength(2);
    await worker.stop();
  });

  it('stops when what it had begun is done, and never looks again', async () => {
    const { look, end } = countLooks();
    const worker = startWorker({ look, every: 5000 });
    let isStopped = false;
    const stopping = worker.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isStopped).toBe(false);
    expect(look.mock.calls[0]?.[0].aborted).toBe(true);
    await end();
    await stopping;
    worker.wake();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(1);
  });
});
