import type { Submission } from '../../contract/client.js';
import { ClientError } from '../../contract/client-error.js';
import type { Creation, Outbox, OutboxItem, Persistence } from './outbox.js';
import type { OutboxLock } from './outbox-lock.js';
import { OutboxSender } from './outbox-sender.js';
import type { OutboxStore } from './outbox-store.js';
import { QUEUEABLE_OPERATIONS } from './queueable-operations.js';

export interface OutboxLimits {
  /** The largest input in characters of JSON; 60,000 unless told. */
  readonly size: number;
  /** How many items a device keeps; 500 unless told. */
  readonly items: number;
  /**
   * How long an item is sent by itself, in milliseconds; 7 days unless told, because so long a backend remembers keys.
   * After that it is kept, and sent when the person asks for it.
   */
  readonly age: number;
  /** How long `submit` waits before it says `queued`, in milliseconds; 20,000 unless told. */
  readonly patience: number;
}

export interface CreateOutboxOptions {
  /** Whose items these are: something that stays the same for one person and differs from everybody else's. */
  readonly owner: string;
  /** Which backend they are for, such as its address. */
  readonly backend: string;
  readonly store: OutboxStore;
  readonly lock: OutboxLock;
  /** Sends as the owner and checks the answer. Rejects with `ClientError`. */
  readonly send: (operation: Creation, input: unknown, key: string) => Promise<unknown>;
  readonly limits?: Partial<OutboxLimits>;
  /** Tells when it is worth trying again. The answer stops it. */
  readonly onWake?: (wake: () => void) => () => void;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly schedule?: (milliseconds: number, run: () => void) => () => void;
}

const DEFAULT_LIMITS: OutboxLimits = { size: 60_000, items: 500, age: 7 * 24 * 3_600_000, patience: 20_000 };

const later = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** An outbox over any store. It begins to send what an earlier page has left at once. */
export const createOutbox = (options: CreateOutboxOptions): Outbox => new StoredOutbox(options);

class StoredOutbox implements Outbox {
  readonly #options: CreateOutboxOptions;
  readonly #limits: OutboxLimits;
  readonly #now: () => number;
  readonly #schedule: typeof later;
  readonly #sender: OutboxSender;
  readonly #listeners = new Set<(items: readonly OutboxItem[]) => void>();
  readonly #stopListening: (() => void) | undefined;

  constructor(options: CreateOutboxOptions) {
    const { owner, backend, store, lock, random = Math.random, now = Date.now, schedule = later } = options;
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#now = now;
    this.#schedule = schedule;
    this.#sender = new OutboxSender({
      name: `groundswell-outbox ${backend} ${owner}`,
      isOurs: (item) => this.#isOurs(item),
      send: (item) => this.#send(item),
      whyDead: (item) => this.#whyDead(item),
      onChange: () => this.#announce(),
      ...{ store, lock, now, random, schedule },
    });
    this.#stopListening = options.onWake?.(() => void this.#sender.run(true));
    void this.#sender.run(true);
  }

  get persistence(): Persistence {
    return this.#options.store.persistence;
  }

  async submit(
    operation: Creation,
    input: unknown,
    { key, signal }: { readonly key: string; readonly signal?: AbortSignal | undefined },
  ): Promise<Submission<unknown>> {
    signal?.throwIfAborted();
    const item = this.#makeItem(operation, input, key);
    try {
      await this.#keep(item);
    } catch (error) {
      if (error instanceof ClientError) throw error;
      // The device has no room: the person waits for the answer instead, and hears of every failure.
      return { state: 'done', output: await this.#send(item) };
    }
    this.#announce();
    const outcome = this.#sender.expect(item);
    void this.#sender.run(true);
    return this.#whilePatient(key, outcome, signal);
  }

  async list(): Promise<readonly OutboxItem[]> {
    return (await this.#options.store.list()).filter((item) => this.#isOurs(item));
  }

  async retry(key?: string): Promise<void> {
    if (key !== undefined) await this.#revive(key);
    await this.#sender.run(true);
  }

  async discard(key: string): Promise<void> {
    if (!(await this.list()).some((item) => item.key === key)) return;
    this.#sender.forget(key, new DOMException('It was discarded.', 'AbortError'));
    await this.#options.store.remove(key);
    this.#announce();
  }

  subscribe(listener: (items: readonly OutboxItem[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async exportItems(): Promise<string> {
    const items = (await this.list()).map(({ key, operation, input, createdAt, state, code }) => ({
      ...{ key, operation, input, state, code },
      createdAt: new Date(createdAt).toISOString(),
    }));
    const exportedAt = new Date(this.#now()).toISOString();
    return JSON.stringify({ backend: this.#options.backend, exportedAt, items }, null, 2);
  }

  close(): void {
    this.#stopListening?.();
    this.#sender.close();
  }

  #makeItem(operation: Creation, input: unknown, key: string): OutboxItem {
    if (!operation.queueable || find(operation.name) === undefined) throw new ClientError('unsupported');
    const text = JSON.stringify(input);
    if (text.length > this.#limits.size) throw new ClientError('too-large');
    const { owner, backend } = this.#options;
    return {
      ...{ key, operation: operation.name, input: JSON.parse(text) as unknown, owner, backend },
      ...{ createdAt: this.#now(), attempts: 0, notBefore: 0, state: 'waiting', code: null },
    };
  }

  async #keep(item: OutboxItem): Promise<void> {
    const known = await this.list();
    if (known.length >= this.#limits.items && !known.some(({ key }) => key === item.key))
      throw new ClientError('too-large');
    const kept = await this.#options.store.add(item);
    if (!this.#isOurs(kept) || !isSame(kept, item)) throw new ClientError('key-reused');
    // Pressed again after it was refused.
    if (kept.state === 'refused') await this.#revive(item.key);
  }

  /** Waits for what becomes of an item, but not for ever; a refusal after that is shown later. */
  #whilePatient(
    key: string,
    outcome: Promise<Submission<unknown>>,
    signal: AbortSignal | undefined,
  ): Promise<Submission<unknown>> {
    return new Promise((resolve, reject) => {
      const cancel = this.#schedule(this.#limits.patience, () => {
        this.#sender.forget(key);
        resolve({ state: 'queued' });
      });
      const stop = () => {
        this.#sender.forget(key);
        reject(new DOMException('It is sent all the same.', 'AbortError'));
      };
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop);
      void outcome.then(resolve, reject).finally(() => {
        cancel();
        signal?.removeEventListener('abort', stop);
      });
    });
  }

  #isOurs({ owner, backend }: OutboxItem): boolean {
    return owner === this.#options.owner && backend === this.#options.backend;
  }

  #send({ operation, input, key }: OutboxItem): Promise<unknown> {
    const known = find(operation);
    if (known === undefined) return Promise.reject(new ClientError('unsupported'));
    return this.#options.send(known, input, key);
  }

  #whyDead({ operation, createdAt }: OutboxItem): 'unsupported' | 'timed-out' | undefined {
    if (find(operation) === undefined) return 'unsupported';
    return this.#now() - createdAt > this.#limits.age ? 'timed-out' : undefined;
  }

  #revive(key: string): Promise<void> {
    const fresh = { state: 'waiting', code: null, attempts: 0, notBefore: 0 } as const;
    return this.#options.store.update(key, { ...fresh, createdAt: this.#now() });
  }

  #announce(): void {
    if (this.#listeners.size === 0) return;
    void this.list().then((items) => {
      for (const listener of this.#listeners) listener(items);
    });
  }
}

const find = (name: string): Creation | undefined =>
  QUEUEABLE_OPERATIONS.find((operation) => operation.name === name);

const isSame = (a: OutboxItem, b: OutboxItem): boolean =>
  a.operation === b.operation && JSON.stringify(a.input) === JSON.stringify(b.input);
