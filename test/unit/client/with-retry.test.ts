import { afterEach, describe, expect, it, vi } from 'vitest';

import { withRetry, type RetryOptions } from '../../../src/client/with-retry.js';
import { updateAction } from '../../../src/contract/actions.js';
import { ClientError, type ClientErrorCode } from '../../../src/contract/client-error.js';
import { listFeed } from '../../../src/contract/feed.js';
import type { Operation } from '../../../src/contract/operation.js';
import { recordPerform, recordSeen } from '../../../src/contract/perform.js';

afterEach(() => void vi.unstubAllGlobals());

/** Sends over a backend that fails in turn with each of these and then answers. */
function send(operation: Operation, key: string | undefined, failures: Error[], options: RetryOptions = {}) {
  const waits: number[] = [];
  let sent = 0;
  const transport = withRetry(
    {
      send: () => {
        const failure = failures[sent++];
        return failure === undefined ? Promise.resolve('answer') : Promise.reject(failure);
      },
    },
    {
      sleep: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      random: () => 0.5,
      ...options,
    },
  );
  const outcome = transport
    .send(operation, {}, { ...(key !== undefined && { key }) })
    .catch((error: unknown) => (error as ClientError).code);
  return outcome.then((result) => ({ result, sent, waits }));
}

const failures = (code: ClientErrorCode, count: number, retryAfter?: number) =>
  Array.from(
    { length: count },
    () => new ClientError(code, { ...(retryAfter !== undefined && { retryAfter }) }),
  );

describe('a failure that may pass', () => {
  it.each<[ClientErrorCode, number]>([
    ['offline', 3],
    ['unavailable', 3],
    ['internal', 3],
    ['rate-limited', 3],
    ['in-progress', 3],
    ['timed-out', 1],
    ['not-found', 1],
    ['unauthenticated', 1],
    ['invalid-input', 1],
    ['broken-contract', 1],
  ])('%s is met with %i sendings at most', async (code, times) => {
    expect(await send(listFeed, undefined, failures(code, 9))).toMatchObject({ result: code, sent: times });
  });

  it.each<[string, Operation, string | undefined, number]>([
    ['a read', listFeed, undefined, 2],
    ['a write with a key', recordPerform, 'key-01234567', 2],
    ['a write without a key', recordSeen, undefined, 1],
    ['a change of a version', updateAction, undefined, 1],
  ])('%s is sent as often as is harmless', async (_, operation, key, times) => {
    const { sent } = await send(operation, key, failures('unavailable', 1));
    expect(sent).toBe(times);
  });

  it('is waited out at random within a doubling time', async () => {
    const { waits } = await send(listFeed, undefined, failures('unavailable', 9), { attempts: 7 });
    expect(waits).toEqual([150, 300, 600, 1200, 2400, 2500]);
  });

  it('is waited out as long as the backend asks, and at random beyond', async () => {
    const { waits, result } = await send(listFeed, undefined, failures('rate-limited', 1, 2));
    expect({ waits, result }).toEqual({ waits: [2150], result: 'answer' });
  });

  it('is told at once where the backend asks for more time than a person has', async () => {
    const { waits, result } = await send(listFeed, undefined, failures('rate-limited', 1, 60));
    expect({ waits, result }).toEqual({ waits: [], result: 'rate-limited' });
  });

  it('is told at once where the device knows that it is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect((await send(listFeed, undefined, failures('offline', 1))).sent).toBe(1);
    expect((await send(listFeed, undefined, failures('unavailable', 1))).sent).toBe(2);
  });

  it('is not waited for any longer by whoever has gone', async () => {
    const stop = new AbortController();
    const sent = vi.fn(() => Promise.reject(new ClientError('unavailable')));
    const outcome = withRetry({ send: sent }, { base: 60_000, random: () => 0.9 })
      .send(listFeed, {}, { signal: stop.signal })
      .catch((error: unknown) => error);
    await Promise.resolve();
    stop.abort();
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(sent).toHaveBeenCalledTimes(1);
  });
});
