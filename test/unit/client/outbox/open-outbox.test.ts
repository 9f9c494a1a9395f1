import 'fake-indexeddb/auto';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { judgeFailure } from '../../../../src/client/outbox/judge-failure.js';
import { openOutbox } from '../../../../src/client/outbox/open-outbox.js';
import type { Outbox } from '../../../../src/client/outbox/outbox.js';
import { originLock } from '../../../../src/client/outbox/outbox-lock.js';
import { QUEUEABLE_OPERATIONS } from '../../../../src/client/outbox/queueable-operations.js';
import { contract } from '../../../../src/contract/contract.js';
import type { Operation } from '../../../../src/contract/operation.js';
import { recordPerform } from '../../../../src/contract/perform.js';
import { BACKEND, keyOf, performOf, RecordingBackend } from './recording-backend.js';

const opened: Outbox[] = [];

/** Opens the outbox as a browser does. */
async function open(backend: RecordingBackend): Promise<Outbox> {
  const transport = {
    send: (_: Operation, input: unknown, { key }: { readonly key?: string }) => backend.send(input, key),
  };
  const outbox = await openOutbox({ transport, owner: 'user-1', backend: BACKEND });
  opened.push(outbox);
  return outbox;
}

const submit = (outbox: Outbox, number: number) =>
  outbox.submit(recordPerform, performOf(number), { key: keyOf(number) });

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close();
  vi.unstubAllGlobals();
});

describe('the outbox of a browser', () => {
  it('sends on the next visit what the last one left behind', async () => {
    const backend = new RecordingBackend();
    backend.fault = 'offline';
    const last = await open(backend);
    expect(last.persistence).toBe('device');
    expect(await submit(last, 1)).toEqual({ state: 'queued' });
    last.close();
    backend.fault = undefined;
    const next = await open(backend);
    await next.retry();
    expect(backend.arrivals).toEqual([keyOf(1)]);
    expect(await next.list()).toEqual([]);
  });

  it('wakes up when the network is back and when the page is looked at, until it is closed', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    const document = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal('document', document);
    const backend = new RecordingBackend();
    backend.fault = 'offline';
    const outbox = await open(backend);
    const send = vi.spyOn(backend, 'send');
    const sendings = () => send.mock.calls.length;
    await submit(outbox, 1);
    expect(sendings()).toBe(1);
    page.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(sendings()).toBe(2));
    await outbox.list();
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(sendings()).toBe(3));
    document.hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    outbox.close();
    page.dispatchEvent(new Event('online'));
    await outbox.list();
    expect(sendings()).toBe(3);
  });

  it.each<[string, unknown]>([
    ['there is no storage', undefined],
    [
      'storage is refused',
      {
        open: () => {
          throw new Error('SecurityError');
        },
      },
    ],
  ])('works and says how long it keeps things where %s', async (_, indexedDB) => {
    vi.stubGlobal('indexedDB', indexedDB);
    const backend = new RecordingBackend();
    const outbox = await open(backend);
    expect(outbox.persistence).toBe('memory');
    expect(await submit(outbox, 1)).toMatchObject({ state: 'done' });
  });

  it('does not wait for ever for storage that does not open', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => Object.assign(new EventTarget(), { readyState: 'pending' }) });
    const opening = open(new RecordingBackend());
    await vi.advanceTimersByTimeAsync(3000);
    expect((await opening).persistence).toBe('memory');
    vi.useRealTimers();
  });
});

describe('the lock of an origin', () => {
  const order: string[] = [];
  const step = (name: string) => async () => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
  };

  it.each<[string, unknown]>([
    ['none', {}],
    ['one', { locks: { request: (_: string, run: () => unknown) => Promise.resolve(run()) } }],
    ['one that is refused', { locks: { request: () => Promise.reject(new Error('SecurityError')) } }],
  ])('lets one after the other in where the browser has %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    order.length = 0;
    const lock = originLock();
    await Promise.all([lock('a', step('first')), lock('a', step('second'))]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('is free again after a failure', async () => {
    const lock = originLock();
    await expect(lock('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lock('a', () => Promise.resolve(1))).toBe(1);
  });
});

describe('what may wait on a device', () => {
  it('is exactly what the contract allows to', () => {
    const allowed = Object.values<Operation>(contract).filter(({ queueable }) => queueable);
    expect(QUEUEABLE_OPERATIONS.map(({ name }) => name)).toEqual(allowed.map(({ name }) => name));
    expect(allowed.every(({ idempotent, versioned }) => idempotent && !versioned)).toBe(true);
  });

  it('is refused for good only for what cannot pass', () => {
    expect(judgeFailure('offline', 99)).toBe('all-wait');
    expect(judgeFailure('unavailable', 99)).toBe('stop');
    expect(judgeFailure('internal', 6)).toBe('step-aside');
    expect(judgeFailure('internal', 7)).toBe('refused');
    expect(judgeFailure('gone', 0)).toBe('refused');
  });
});
