import { describe, expect, it } from 'vitest';

import { ProblemError, type Change } from '@groundswell/elements/contract';

import { ChangeHub, type ChangeEvent, type Subscriber } from '../../../server/src/live/change-hub.js';
import { FakeTime } from './fake-time.js';

const change = (actionId: string): Change => ({ topic: 'actions', actionId });

/** A log of changes whose cursor is how many there are, and a hub before it. */
function open() {
  const log: Change[] = [];
  const reads: (string | undefined)[] = [];
  const failures: unknown[] = [];
  const time = new FakeTime();
  const state = { failure: undefined as Error | undefined, before: () => Promise.resolve() };
  const hub = new ChangeHub({
    after: time.after,
    gather: 100,
    lookAgain: 5000,
    report: (error) => failures.push(error),
    read: async (cursor) => {
      reads.push(cursor);
      await state.before();
      if (state.failure !== undefined) throw state.failure;
      if (cursor !== undefined && !/^\d+$/.test(cursor)) throw new ProblemError('invalid-input');
      return { cursor: String(log.length), changes: cursor === undefined ? [] : log.slice(Number(cursor)) };
    },
  });
  return { hub, log, reads, failures, time, state };
}

class Listener implements Subscriber {
  isOpen = true;
  readonly heard: ChangeEvent[] = [];
  readonly tell = (event: ChangeEvent): void => void this.heard.push(event);

  get actionIds(): (string | null)[] {
    return this.heard.flatMap(({ changes }) => changes.map(({ actionId }) => actionId));
  }
}

describe('those who hear the same of one organization', () => {
  it('hear from now on, all by one reading, however much happens at once', async () => {
    const { hub, log, reads, time } = open();
    log.push(change('before'));
    const listeners = [new Listener(), new Listener(), new Listener()];
    for (const listener of listeners) await hub.join(listener, undefined);
    const joined = reads.length;
    for (const id of ['a', 'b', 'c']) {
      log.push(change(id));
      hub.wake();
    }
    await time.pass(100);
    expect(reads.length - joined).toBe(1);
    for (const listener of listeners) expect(listener.actionIds).toEqual(['a', 'b', 'c']);
    expect(listeners[0]!.heard.at(-1)!.cursor).toBe('4');
  });

  it('hear what they have missed, and nothing of it twice', async () => {
    const { hub, log, time } = open();
    const [first, second] = [new Listener(), new Listener()];
    await hub.join(first, undefined);
    log.push(change('a'));
    await hub.join(second, '0');
    hub.wake();
    await time.pass(100);
    expect([first.actionIds, second.actionIds]).toEqual([['a'], ['a']]);
  });

  it('hear what nobody has told of, after a while', async () => {
    const { hub, log, time } = open();
    const listener = new Listener();
    await hub.join(listener, undefined);
    log.push(change('lost'));
    await time.pass(4900);
    expect(listener.actionIds).toEqual([]);
    await time.pass(200);
    expect(listener.actionIds).toEqual(['lost']);
    log.push(change('lost again'));
    await time.pass(5200);
    expect(listener.actionIds).toEqual(['lost', 'lost again']);
  });

  it('are told to load everything where a cursor is not known any more', async () => {
    const { hub } = open();
    const listener = new Listener();
    await hub.join(listener, 'forgotten');
    expect(listener.heard).toEqual([
      {
        cursor: '0',
        changes: [
          { topic: 'actions', actionId: null },
          { topic: 'results', actionId: null },
        ],
      },
    ]);
  });

  it('miss nothing while the database fails', async () => {
    const { hub, log, time, state, failures } = open();
    const listener = new Listener();
    await hub.join(listener, undefined);
    log.push(change('a'));
    state.failure = new ProblemError('unavailable');
    hub.wake();
    await time.pass(100);
    expect(failures).toHaveLength(1);
    state.failure = undefined;
    await time.pass(5200);
    expect(listener.actionIds).toEqual(['a']);
  });

  it('miss nothing that lands while somebody joins', async () => {
    const { hub, log, time, state } = open();
    const [first, second] = [new Listener(), new Listener()];
    await hub.join(first, undefined);
    let letGo: () => void = () => undefined;
    state.before = () => new Promise((resolve) => (letGo = resolve));
    const joining = hub.join(second, '0');
    hub.wake();
    await time.pass(100);
    log.push(change('meanwhile'));
    state.before = () => Promise.resolve();
    letGo();
    await joining;
    await time.pass(0);
    expect(first.actionIds).toEqual(['meanwhile']);
    expect(new Set(second.actionIds)).toEqual(new Set(['meanwhile']));
  });

  it('cost nothing after they have left, also while they were coming', async () => {
    const { hub, log, reads, time } = open();
    const [stayed, left] = [new Listener(), new Listener()];
    await hub.join(stayed, undefined);
    left.isOpen = false;
    await hub.join(left, undefined);
    hub.leave(left);
    hub.leave(stayed);
    expect(hub.isEmpty).toBe(true);
    const before = reads.length;
    log.push(change('a'));
    hub.wake();
    await time.pass(60_000);
    expect(reads.length).toBe(before);
    expect(time.waiting).toBe(0);
    expect(left.heard).toEqual([]);
  });
});
