import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Outbox } from '../../../../src/client/outbox/outbox.js';
import { createAction } from '../../../../src/contract/actions.js';
import { ClientError } from '../../../../src/contract/client-error.js';
import { recordPerform } from '../../../../src/contract/perform.js';
import { keyOf, openDevice, performOf } from './recording-backend.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const submit = (outbox: Outbox, number: number, signal?: AbortSignal) =>
  outbox.submit(recordPerform, performOf(number), { key: keyOf(number), signal });
const settle = () => vi.advanceTimersByTimeAsync(0);
const HOUR = 3_600_000;

describe('a submission with the network there', () => {
  it('is done at once, and nothing is left on the device', async () => {
    const { openTab, store, backend } = openDevice();
    expect(await submit(openTab(), 1)).toMatchObject({ state: 'done', output: { performs: 1 } });
    expect(await store.list()).toEqual([]);
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('is on the device before it is sent', async () => {
    const { openTab, store, backend } = openDevice();
    const kept: number[] = [];
    vi.spyOn(backend, 'send').mockImplementation(async () => {
      kept.push((await store.list()).length);
      return { seenAt: null, startedAt: null, completedAt: null, performs: 1 };
    });
    await submit(openTab(), 1);
    expect(kept).toEqual([1]);
  });

  it('that is refused is told to the person and not kept', async () => {
    const { openTab, store, backend } = openDevice();
    backend.fault = 'gone';
    await expect(submit(openTab(), 1)).rejects.toMatchObject({ name: 'ClientError', code: 'gone' });
    expect(await store.list()).toEqual([]);
  });

  it('that asks for a sign-in is not sent a second time beside the one after it', async () => {
    const { openTab, store, backend } = openDevice();
    backend.fault = 'unauthenticated';
    await expect(submit(openTab(), 1)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await store.list()).toEqual([]);
  });

  it('whose answer cannot be read is kept, because it may have been accepted', async () => {
    const { openTab, backend } = openDevice();
    backend.fault = 'wrong-answer';
    const outbox = openTab();
    await expect(submit(outbox, 1)).rejects.toMatchObject({ code: 'broken-contract' });
    expect(await outbox.list()).toMatchObject([{ state: 'refused', code: 'broken-contract' }]);
    backend.fault = undefined;
    await outbox.retry(keyOf(1));
    expect(backend.accepted).toEqual([keyOf(1)]);
    expect(await outbox.list()).toEqual([]);
  });

  it('is one submission for two presses', async () => {
    const { openTab, backend } = openDevice();
    const outbox = openTab();
    const both = await Promise.all([submit(outbox, 1), submit(outbox, 1)]);
    expect(both.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('whose key was used for something else is refused', async () => {
    const { openTab, backend } = openDevice();
    backend.fault = 'offline';
    const outbox = openTab();
    await submit(outbox, 1);
    const other = outbox.submit(recordPerform, performOf(2), { key: keyOf(1) });
    await expect(other).rejects.toMatchObject({ code: 'key-reused' });
    expect(await outbox.list()).toMatchObject([{ input: performOf(1) }]);
  });

  it('that may not wait on a device never touches it', async () => {
    const { openTab, store } = openDevice();
    const input = { content: { kind: 'survey' } };
    await expect(openTab().submit(createAction, input, { key: keyOf(1) })).rejects.toMatchObject({
      code: 'unsupported',
    });
    expect(await store.list()).toEqual([]);
  });
});

describe('a submission without the network', () => {
  it('waits and arrives when the network is back', async () => {
    const { openTab, backend, wake } = openDevice();
    backend.fault = 'offline';
    const outbox = openTab();
    expect(await submit(outbox, 1)).toEqual({ state: 'queued' });
    expect(await submit(outbox, 2)).toEqual({ state: 'queued' });
    backend.fault = undefined;
    wake();
    await settle();
    expect(backend.accepted).toEqual([keyOf(1), keyOf(2)]);
    expect(await outbox.list()).toEqual([]);
  });

  it('arrives by itself after a while, and the backend is not stormed', async () => {
    const { openTab, backend } = openDevice();
    const send = vi.spyOn(backend, 'send');
    backend.fault = 'unavailable';
    const outbox = openTab();
    await submit(outbox, 1);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(send.mock.calls.length).toBeLessThan(30);
    backend.fault = undefined;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('waits at least as long as the backend asks', async () => {
    const { openTab, backend } = openDevice();
    const send = vi.spyOn(backend, 'send');
    backend.fault = 'rate-limited';
    backend.retryAfter = 100;
    await submit(openTab(), 1);
    await vi.advanceTimersByTimeAsync(99_000);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is counted once where it arrived and only the answer was lost', async () => {
    const { openTab, backend } = openDevice();
    backend.fault = 'answer-lost';
    expect(await submit(openTab(), 1)).toEqual({ state: 'queued' });
    backend.fault = undefined;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(backend.arrivals).toHaveLength(2);
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('survives that the page is closed before it was sent', async () => {
    const { openTab, backend } = openDevice();
    backend.fault = 'never';
    const closed = openTab();
    void submit(closed, 1);
    await settle();
    closed.close();
    const reopened = openDevice(backend);
    expect(backend.accepted).toEqual([]);
    backend.fault = undefined;
    // The lock of a page that is gone is free; the store is what stays.
    const left = await closed.list();
    await reopened.store.add(left[0]!);
    reopened.openTab();
    await settle();
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('is sent once however many things say that it is time', async () => {
    const { openTab, backend, wake } = openDevice();
    backend.fault = 'offline';
    const outbox = openTab();
    await submit(outbox, 1);
    backend.fault = undefined;
    for (let times = 0; times < 5; times++) wake();
    await Promise.all([outbox.retry(), outbox.retry(keyOf(1))]);
    expect(backend.arrivals).toEqual([keyOf(1)]);
  });

  it('is said to wait where the backend takes longer than a person', async () => {
    const { openTab, backend, store } = openDevice();
    backend.fault = 'never';
    const outcome = submit(openTab(), 1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await outcome).toEqual({ state: 'queued' });
    expect(await store.list()).toHaveLength(1);
  });

  it.each([
    ['has waited long enough', undefined],
    ['has gone away', new AbortController()],
  ])('and refused after the person %s is kept until it can be shown', async (_, stop) => {
    const { openTab, store } = openDevice();
    const send = () =>
      new Promise((_resolve, reject) => {
        setTimeout(() => reject(new ClientError('gone')), 30_000);
      });
    const outcome = submit(openTab({ send }), 1, stop?.signal).catch(() => undefined);
    await settle();
    stop?.abort();
    await vi.advanceTimersByTimeAsync(31_000);
    await outcome;
    expect(await store.list()).toMatchObject([{ state: 'refused', code: 'gone' }]);
  });

  it('is kept where the person does not wait for it any more', async () => {
    const { openTab, backend, store } = openDevice();
    backend.fault = 'never';
    const stop = new AbortController();
    const outcome = submit(openTab(), 1, stop.signal).catch((error: unknown) => error);
    await settle();
    stop.abort();
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(await store.list()).toHaveLength(1);
  });
});

describe('two tabs', () => {
  it('send one at a time, each item once, and tell each what became of its own', async () => {
    const { openTab, backend } = openDevice();
    const [first, second] = [openTab(), openTab()];
    const outcomes = await Promise.all([
      submit(first, 1),
      submit(second, 2),
      submit(first, 3),
      submit(second, 4),
    ]);
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    expect(backend.accepted.toSorted()).toEqual([1, 2, 3, 4].map(keyOf));
    expect(backend.mostAtOnce).toBe(1);
  });

  it('send what waits once when the network comes back to both', async () => {
    const { openTab, backend, wake } = openDevice();
    backend.fault = 'offline';
    const tabs = [openTab(), openTab()];
    for (const [index, tab] of tabs.entries()) await submit(tab, index + 1);
    backend.fault = undefined;
    wake();
    await settle();
    expect(backend.arrivals).toEqual([keyOf(1), keyOf(2)]);
  });
});
