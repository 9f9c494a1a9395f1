import type { Submission } from '../../contract/client.js';
import { ClientError, toClientError } from '../../contract/client-error.js';
import { judgeFailure } from './judge-failure.js';
import type { OutboxItem } from './outbox.js';
import type { OutboxLock } from './outbox-lock.js';
import type { OutboxStore } from './outbox-store.js';

export interface OutboxSenderOptions {
  /** Names the lock: only its holder sends. */
  readonly name: string;
  readonly store: OutboxStore;
  readonly lock: OutboxLock;
  /** Whether an item is this person's and for this backend. */
  readonly isOurs: (item: OutboxItem) => boolean;
  /** Sends one item. Rejects with `ClientError`. */
  readonly send: (item: OutboxItem) => Promise<unknown>;
  /** Why an item is not even tried, if there is a reason. */
  readonly whyDead: (item: OutboxItem) => 'unsupported' | 'timed-out' | undefined;
  readonly onChange: () => void;
  readonly now: () => number;
  readonly random: () => number;
  /** Runs something later; the answer prevents it. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}

interface Waiter {
  readonly item: OutboxItem;
  readonly outcome: Promise<Submission<unknown>>;
  readonly resolve: (submission: Submission<unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** The first pause is about this long, in milliseconds, and each further one twice that, up to the longest. */
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 300_000;

/** Sends what waits: in order, one at a time, one tab at a time. An item that fails for itself holds up no other. */
export class OutboxSender {
  readonly #options: OutboxSenderOptions;
  readonly #waiters = new Map<string, Waiter>();
  #running: Promise<void> | undefined;
  #isAsked = false;
  #isForced = false;
  #isClosed = false;
  #failures = 0;
  #pausedUntil = 0;
  #cancelTimer: () => void = () => undefined;

  constructor(options: OutboxSenderOptions) {
    this.#options = options;
  }

  /** What becomes of an item, for somebody who waits for it. */
  expect(item: OutboxItem): Promise<Submission<unknown>> {
    const known = this.#waiters.get(item.key);
    if (known !== undefined) return known.outcome;
    const { promise, resolve, reject } = withResolvers<Submission<unknown>>();
    // Whoever waited may have gone.
    promise.catch(() => undefined);
    this.#waiters.set(item.key, { item, outcome: promise, resolve, reject });
    return promise;
  }

  /** Nobody waits for this item any more, so that a refusal is kept to be shown later. */
  forget(key: string, error?: Error): void {
    const waiter = this.#take(key);
    if (error !== undefined) waiter?.reject(error);
  }

  /** @param isForced - Also what should wait a little longer. */
  run(isForced: boolean): Promise<void> {
    this.#isAsked = true;
    this.#isForced ||= isForced;
    this.#running ??= this.#runWhileAsked();
    return this.#running;
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTimer();
  }

  async #runWhileAsked(): Promise<void> {
    do {
      await this.#runOnce(this.#takeRequest());
      await this.#plan().catch(() => undefined);
    } while (this.#isAsked && !this.#isClosed);
    // In the same breath as the question above, or whoever asks in between is not heard.
    this.#running = undefined;
  }

  #takeRequest(): boolean {
    const isForced = this.#isForced;
    this.#isAsked = this.#isForced = false;
    return isForced;
  }

  async #runOnce(isForced: boolean): Promise<void> {
    const { lock, name } = this.#options;
    try {
      await lock(name, () => this.#pass(isForced));
    } catch {
      // The store does not answer now. What it holds it still holds.
      this.#pause(undefined);
      for (const key of [...this.#waiters.keys()]) this.#take(key)?.resolve({ state: 'queued' });
    }
  }

  async #pass(isForced: boolean): Promise<void> {
    const tried = new Set<string>();
    let stoppedBy: ClientError | undefined;
    while (stoppedBy === undefined && !this.#isClosed) {
      const item = (await this.#waiting(isForced)).find(({ key }) => !tried.has(key));
      if (item === undefined) break;
      tried.add(item.key);
      stoppedBy = await this.#try(item);
      this.#options.onChange();
    }
    await this.#answerWaiters(tried, stoppedBy);
  }

  /** What may be sent now: what is due, then what had better wait unless it is forced. */
  async #waiting(isForced: boolean): Promise<readonly OutboxItem[]> {
    const now = this.#options.now();
    const items = (await this.#list()).filter(({ state }) => state === 'waiting');
    // A time beyond any pause was written before somebody set the clock back.
    const isDue = ({ notBefore }: OutboxItem) => notBefore <= now || notBefore > now + 2 * LONGEST_PAUSE;
    const due = items.filter(isDue);
    return isForced ? [...due, ...items.filter((item) => !due.includes(item))] : due;
  }

  /** Sends one item; the answer is the failure after which the others had better wait too. */
  async #try(item: OutboxItem): Promise<ClientError | undefined> {
    const { store, send, whyDead } = this.#options;
    const dead = whyDead(item);
    if (dead !== undefined) return this.#refuse(item, new ClientError(dead));
    try {
      const output = await send(item);
      this.#failures = 0;
      // Where this fails the item is sent again, and its key makes that harmless.
      await store.remove(item.key).catch(() => undefined);
      this.#take(item.key)?.resolve({ state: 'done', output });
      return undefined;
    } catch (cause) {
      return this.#judge(item, toClientError(cause));
    }
  }

  async #judge(item: OutboxItem, error: ClientError): Promise<ClientError | undefined> {
    const { store, now } = this.#options;
    const verdict = judgeFailure(error.code, item.attempts);
    if (verdict === 'refused') return this.#refuse(item, error);
    if (verdict === 'step-aside') {
      const attempts = item.attempts + 1;
      await store.update(item.key, { attempts, notBefore: now() + this.#wait(attempts, error) });
      return undefined;
    }
    const pause = this.#pause(error);
    // Twice as long as the others, so that they get past it.
    if (verdict === 'stop') await store.update(item.key, { notBefore: now() + 2 * pause });
    return error;
  }

  /** Somebody who waits is told at once. Otherwise the item is kept until somebody has seen why. */
  async #refuse(item: OutboxItem, error: ClientError): Promise<undefined> {
    const { store } = this.#options;
    const waiter = this.#take(item.key);
    // An answer that we cannot read may be a yes: only the same key finds out.
    if (waiter !== undefined && error.code !== 'broken-contract') await store.remove(item.key);
    else await store.update(item.key, { state: 'refused', code: error.code });
    waiter?.reject(error);
  }

  async #answerWaiters(tried: ReadonlySet<string>, stoppedBy: ClientError | undefined): Promise<void> {
    const kept = new Map((await this.#list()).map((item) => [item.key, item]));
    for (const { item } of [...this.#waiters.values()]) {
      const now = kept.get(item.key);
      if (now === undefined) await this.#askAgain(item);
      else if (now.state === 'refused') this.forget(item.key, new ClientError(now.code ?? 'internal'));
      // Whoever is asked to sign in does so and sends again: this must not be sent beside it.
      else if (stoppedBy?.code === 'unauthenticated') await this.#refuse(item, stoppedBy);
      else if (stoppedBy !== undefined || tried.has(item.key))
        this.#take(item.key)?.resolve({ state: 'queued' });
    }
  }

  /** Another tab has sent it: the same key gets the same answer. */
  async #askAgain(item: OutboxItem): Promise<void> {
    try {
      const output = await this.#options.send(item);
      this.#take(item.key)?.resolve({ state: 'done', output });
    } catch (cause) {
      this.forget(item.key, toClientError(cause));
    }
  }

  /** Wakes up when the next item is due. */
  async #plan(): Promise<void> {
    this.#cancelTimer();
    const waiting = (await this.#list()).filter(({ state }) => state === 'waiting');
    if (waiting.length === 0 || this.#isClosed) return;
    const { now, schedule } = this.#options;
    const due = Math.max(this.#pausedUntil, Math.min(...waiting.map(({ notBefore }) => notBefore)));
    const delay = Math.min(LONGEST_PAUSE, Math.max(0, due - now()));
    this.#cancelTimer = schedule(delay, () => void this.run(false));
  }

  #pause(error: ClientError | undefined): number {
    const pause = this.#wait(++this.#failures, error);
    this.#pausedUntil = this.#options.now() + pause;
    return pause;
  }

  /** Between half and all of a doubling time, and no less than the backend asks for. */
  #wait(failures: number, error: ClientError | undefined): number {
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1));
    const asked = (error?.details.retryAfter ?? 0) * 1000;
    return Math.min(LONGEST_PAUSE, Math.max(asked, longest * (0.5 + this.#options.random() / 2)));
  }

  async #list(): Promise<readonly OutboxItem[]> {
    return (await this.#options.store.list()).filter(this.#options.isOurs);
  }

  #take(key: string): Waiter | undefined {
    const waiter = this.#waiters.get(key);
    this.#waiters.delete(key);
    return waiter;
  }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
