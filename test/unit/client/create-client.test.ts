import { describe, expect, it, vi } from 'vitest';

import { createClient } from '../../../src/client/create-client.js';
import type { Outbox } from '../../../src/client/outbox/outbox.js';
import { createAction } from '../../../src/contract/actions.js';
import { ClientError } from '../../../src/contract/client-error.js';
import type { Transport } from '../../../src/contract/client.js';
import { recordPerform, recordSeen } from '../../../src/contract/perform.js';
import { ProblemError } from '../../../src/contract/problem-error.js';
import { content } from '../backend/campaign.js';

const SEEN = { actionIds: ['a'] };
const PERFORM = { actionId: 'a', result: { kind: 'open_webpage', outcome: 'opened' } } as const;
const ENGAGEMENT = { seenAt: null, startedAt: null, completedAt: null, performs: 1 };
const KEY = { key: 'key-01234567' };

const over = (send: Transport['send']) => createClient({ send });

describe('a client', () => {
  it('gives what the contract says and nothing that comes beside it', async () => {
    const client = over(() => Promise.resolve({ recorded: 1, secret: true }));
    expect(await client.call(recordSeen, SEEN)).toEqual({ recorded: 1 });
  });

  it.each([null, undefined, 'text', {}, { recorded: -1 }, [{ recorded: 1 }]])(
    'calls the contract broken where the answer is %j',
    async (answer) => {
      await expect(over(() => Promise.resolve(answer)).call(recordSeen, SEEN)).rejects.toMatchObject({
        name: 'ClientError',
        code: 'broken-contract',
      });
    },
  );

  it('turns a refusal of a backend in the page into the error that elements know', async () => {
    const refusal = new ProblemError('transition-refused', { reason: 'closed' });
    await expect(over(() => Promise.reject(refusal)).call(recordSeen, SEEN)).rejects.toMatchObject({
      name: 'ClientError',
      code: 'transition-refused',
      details: { reason: 'closed' },
    });
  });

  it('keeps the failure that a transport names, and calls any other internal', async () => {
    const offline = new ClientError('offline');
    await expect(over(() => Promise.reject(offline)).call(recordSeen, SEEN)).rejects.toBe(offline);
    const call = over(() => Promise.reject(new Error('?'))).call(recordSeen, SEEN);
    await expect(call).rejects.toMatchObject({ name: 'ClientError', code: 'internal' });
  });

  it('does not ask at all where the call was stopped before', async () => {
    const send = vi.fn();
    const call = over(send).call(recordSeen, SEEN, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(send).not.toHaveBeenCalled();
  });

  it.each([undefined, 'another page', new Error('left')])(
    'says AbortError where a call is stopped with the reason %s',
    async (reason) => {
      const stop = new AbortController();
      const client = over(
        (_operation, _input, { signal }) =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      );
      const call = client.call(recordSeen, SEEN, { signal: stop.signal });
      stop.abort(reason);
      await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    },
  );

  it('can be subscribed to where its transport hears nothing', () => {
    const listener = vi.fn();
    over(() => Promise.resolve({})).subscribe(listener)();
    expect(listener).not.toHaveBeenCalled();
  });

  it('calls at once where nothing can wait, and hands what can to the outbox', async () => {
    const send = vi.fn<Transport['send']>((operation) =>
      Promise.resolve(operation === recordPerform ? ENGAGEMENT : {}),
    );
    const submit = vi.fn<Outbox['submit']>(() => Promise.resolve({ state: 'queued' }));
    expect(await createClient({ send }).submit(recordPerform, PERFORM, KEY)).toEqual({
      state: 'done',
      output: ENGAGEMENT,
    });
    const withOutbox = createClient({ send }, { outbox: { submit } });
    expect(await withOutbox.submit(recordPerform, PERFORM, KEY)).toEqual({ state: 'queued' });
    expect(send).toHaveBeenCalledTimes(1);
    // Drafts of organizers never wait on a device.
    await expect(withOutbox.submit(createAction, { content }, KEY)).rejects.toMatchObject({
      code: 'broken-contract',
    });
    expect(submit).toHaveBeenCalledTimes(1);
  });
});
