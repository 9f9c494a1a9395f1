import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { POISONED_AFTER } from '../../../../src/client/outbox/judge-failure.js';
import type { Outbox, OutboxItem } from '../../../../src/client/outbox/outbox.js';
import type { OutboxStore } from '../../../../src/client/outbox/outbox-store.js';
import { recordPerform } from '../../../../src/contract/perform.js';
import { BACKEND, keyOf, openDevice, performOf } from './recording-backend.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const submit = (outbox: Outbox, number: number) =>
  outbox.submit(recordPerform, performOf(number), { key: keyOf(number) });
const settle = () => vi.advanceTimersByTimeAsync(0);
const DAY = 24 * 3_600_000;

/** A device on which these wait since the network went away. */
async function openWaiting(...numbers: number[]) {
  const device = openDevice();
  device.backend.fault = 'offline';
  const outbox = device.openTab();
  for (const number of numbers) await submit(outbox, number);
  device.backend.fault = undefined;
  return { ...device, outbox };
}

describe('an item that fails for itself', () => {
  it('is set aside with the reason where nobody waits for it, and kept until the person has seen it', async () => {
    const { outbox, backend, wake } = await openWaiting(1, 2);
    backend.faults.set(keyOf(1), 'gone');
    wake();
    await settle();
    expect(backend.accepted).toEqual([keyOf(2)]);
    expect(await outbox.list()).toMatchObject([{ key: keyOf(1), state: 'refused', code: 'gone' }]);
    await vi.advanceTimersByTimeAsync(DAY);
    expect(await outbox.list()).toHaveLength(1);
    await outbox.discard(keyOf(1));
    expect(await outbox.list()).toEqual([]);
  });

  it.each(['internal', 'in-progress', 'unavailable', 'timed-out'] as const)(
    'with %s holds up no other for long',
    async (fault) => {
      const { outbox, backend, wake } = await openWaiting(1, 2, 3);
      backend.faults.set(keyOf(1), fault);
      wake();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(backend.accepted).toEqual([keyOf(2), keyOf(3)]);
      expect(await outbox.list()).toMatchObject([{ key: keyOf(1), state: 'waiting' }]);
      backend.faults.clear();
      await vi.advanceTimersByTimeAsync(900_000);
      expect(backend.accepted).toEqual([2, 3, 1].map(keyOf));
    },
  );

  it('again and again is set aside, until the person tries it again', async () => {
    const { outbox, backend, wake } = await openWaiting(1);
    const send = vi.spyOn(backend, 'send');
    backend.faults.set(keyOf(1), 'internal');
    wake();
    await vi.advanceTimersByTimeAsync(DAY);
    expect(send).toHaveBeenCalledTimes(POISONED_AFTER);
    expect(await outbox.list()).toMatchObject([{ state: 'refused', code: 'internal' }]);
    backend.faults.clear();
    await outbox.retry(keyOf(1));
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('does not stop a new one from being done at once', async () => {
    const { outbox, backend, wake } = await openWaiting(1);
    backend.faults.set(keyOf(1), 'unavailable');
    wake();
    await settle();
    expect(await submit(outbox, 2)).toMatchObject({ state: 'done' });
  });

  it('of a version of the page that is no more is set aside', async () => {
    const { store, openTab } = openDevice();
    const item: OutboxItem = {
      ...{ key: keyOf(1), operation: 'perform.yesterday', input: {}, owner: 'user-1', backend: BACKEND },
      ...{ createdAt: Date.now(), attempts: 0, notBefore: 0, state: 'waiting', code: null },
    };
    await store.add(item);
    const outbox = openTab();
    await settle();
    expect(await outbox.list()).toMatchObject([{ state: 'refused', code: 'unsupported' }]);
  });

  it('that has waited for a week is no longer sent by itself, but when the person asks', async () => {
    const { outbox, backend } = await openWaiting(1);
    backend.fault = 'offline';
    await vi.advanceTimersByTimeAsync(8 * DAY);
    backend.fault = undefined;
    await outbox.retry();
    expect(backend.accepted).toEqual([]);
    expect(await outbox.list()).toMatchObject([{ state: 'refused', code: 'timed-out' }]);
    await outbox.retry(keyOf(1));
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('is not forgotten for days because the clock was set back', async () => {
    const { outbox, backend, wake } = await openWaiting(1, 2);
    backend.fault = 'unavailable';
    wake();
    await settle();
    vi.setSystemTime(Date.now() - 30 * DAY);
    backend.fault = undefined;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await outbox.list()).toEqual([]);
  });
});

describe('what belongs to somebody', () => {
  it('is sent as nobody else, and shown to nobody else', async () => {
    const { outbox, openTab, backend } = await openWaiting(1);
    outbox.close();
    const other = openTab({ owner: 'user-2' });
    await submit(other, 2);
    expect(await other.list()).toEqual([]);
    expect(JSON.parse(await other.exportItems())).toMatchObject({ items: [] });
    await other.discard(keyOf(1));
    expect(backend.accepted).toEqual([keyOf(2)]);
    const again = openTab();
    await settle();
    expect(backend.accepted).toEqual([keyOf(2), keyOf(1)]);
    expect(await again.list()).toEqual([]);
  });

  it('is sent to no other backend', async () => {
    const { outbox, openTab, backend } = await openWaiting(1);
    outbox.close();
    await openTab({ backend: 'https://other.example' }).retry();
    expect(backend.accepted).toEqual([]);
  });

  it('waits for its owner to sign in again and is not refused', async () => {
    const { outbox, backend, wake } = await openWaiting(1);
    backend.fault = 'unauthenticated';
    wake();
    await settle();
    expect(await outbox.list()).toMatchObject([{ state: 'waiting' }]);
    backend.fault = undefined;
    wake();
    await settle();
    expect(backend.accepted).toEqual([keyOf(1)]);
  });

  it('can be saved to a file, with what was typed and without any token', async () => {
    const { outbox } = await openWaiting(1);
    const saved = JSON.parse(await outbox.exportItems()) as { items: unknown[] };
    expect(saved.items).toMatchObject([
      { key: keyOf(1), operation: 'perform.record', input: performOf(1), state: 'waiting', code: null },
    ]);
    expect(JSON.stringify(saved)).not.toMatch(/token|authorization/i);
  });

  it('is told to whoever shows it, after every change', async () => {
    const { outbox, wake } = await openWaiting(1);
    const heard: number[] = [];
    const stop = outbox.subscribe((items) => heard.push(items.length));
    wake();
    await settle();
    expect(heard.at(-1)).toBe(0);
    stop();
    await submit(outbox, 2);
    expect(heard.at(-1)).toBe(0);
  });
});

describe('a device with little room', () => {
  it('refuses what is too large, and more than it can keep, in words', async () => {
    const { backend, openTab } = openDevice();
    backend.fault = 'offline';
    const outbox = openTab({ limits: { size: 200, items: 2 } });
    const large = { ...performOf(1), shareToken: 'x'.repeat(200) };
    await expect(outbox.submit(recordPerform, large, { key: keyOf(1) })).rejects.toMatchObject({
      code: 'too-large',
    });
    await submit(outbox, 1);
    await submit(outbox, 2);
    await expect(submit(outbox, 3)).rejects.toMatchObject({ code: 'too-large' });
    expect(await submit(outbox, 2)).toEqual({ state: 'queued' });
    expect(await outbox.list()).toHaveLength(2);
  });

  it('sends at once what it cannot keep, and the person hears of the failure', async () => {
    const full = openDevice();
    const store: OutboxStore = { ...full.store, add: () => Promise.reject(new Error('QuotaExceededError')) };
    const outbox = full.openTab({ store });
    expect(await submit(outbox, 1)).toMatchObject({ state: 'done' });
    full.backend.fault = 'offline';
    await expect(submit(outbox, 2)).rejects.toMatchObject({ code: 'offline' });
  });

  it('that fails to answer for a moment loses nothing', async () => {
    const device = openDevice();
    let isBroken = false;
    const list = () => (isBroken ? Promise.reject(new Error('lost')) : device.store.list());
    const outbox = device.openTab({ store: { ...device.store, list } });
    device.backend.fault = 'offline';
    await submit(outbox, 1);
    isBroken = true;
    await outbox.retry();
    isBroken = false;
    device.backend.fault = undefined;
    device.wake();
    await settle();
    expect(device.backend.accepted).toEqual([keyOf(1)]);
  });
});
