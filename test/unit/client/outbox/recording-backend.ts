import { createClient } from '../../../../src/client/create-client.js';
import { createOutbox, type CreateOutboxOptions } from '../../../../src/client/outbox/create-outbox.js';
import { memoryOutboxStore } from '../../../../src/client/outbox/memory-outbox-store.js';
import { pageLock } from '../../../../src/client/outbox/outbox-lock.js';
import { ClientError, type ClientErrorCode } from '../../../../src/contract/client-error.js';

export const BACKEND = 'https://b.example';

/** What a person did, told apart by a number. */
export const performOf = (number: number) =>
  ({ actionId: `action-${number}`, result: { kind: 'open_webpage', outcome: 'finished' } }) as const;

export const keyOf = (number: number): string => `key-${String(number).padStart(8, '0')}`;

type Fault = ClientErrorCode | 'answer-lost' | 'wrong-answer' | 'never';

/** Accepts each key once, as a backend must, writes down every arrival, and fails as it is told. */
export class RecordingBackend {
  /** The keys in the order in which they were accepted. */
  readonly accepted: string[] = [];
  /** Every arrival, with repetitions. */
  readonly arrivals: string[] = [];
  /** How many are being sent at the same time, at most. */
  mostAtOnce = 0;
  /** What happens to a call; by its key, or to all. */
  fault: Fault | undefined;
  readonly faults = new Map<string, Fault>();
  /** Seconds to wait that a refusal names. */
  retryAfter: number | undefined;
  readonly #inputs = new Map<string, string>();
  #underway = 0;

  async send(input: unknown, key = ''): Promise<unknown> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#underway);
    await Promise.resolve();
    this.#underway--;
    const fault = this.faults.get(key) ?? this.fault;
    if (fault === 'never') return new Promise(() => undefined);
    if (fault === undefined || fault === 'answer-lost' || fault === 'wrong-answer') this.#accept(key, input);
    if (fault === 'answer-lost') throw new ClientError('offline');
    if (fault === 'wrong-answer') return { performs: 'many' };
    if (fault !== undefined)
      throw new ClientError(fault, { ...(this.retryAfter !== undefined && { retryAfter: this.retryAfter }) });
    return { seenAt: null, startedAt: null, completedAt: null, performs: 1 };
  }

  #accept(key: string, input: unknown): void {
    this.arrivals.push(key);
    const text = JSON.stringify(input);
    if (!this.#inputs.has(key)) this.accepted.push(key);
    else if (this.#inputs.get(key) !== text) throw new ClientError('key-reused');
    this.#inputs.set(key, text);
  }
}

/** What stays when a page is closed, and what tabs share. */
export function openDevice(backend = new RecordingBackend()) {
  const store = memoryOutboxStore();
  const lock = pageLock();
  const wakers = new Set<() => void>();
  const client = createClient({ send: (_, input, { key }) => backend.send(input, key) });
  const openTab = (options: Partial<CreateOutboxOptions> = {}) =>
    createOutbox({
      ...{ owner: 'user-1', backend: BACKEND, store, lock },
      send: (operation, input, key) => client.call(operation, input, { key }),
      onWake: (wake) => {
        wakers.add(wake);
        return () => void wakers.delete(wake);
      },
      random: () => 1,
      ...options,
    });
  const wake = () => wakers.forEach((run) => run());
  return { backend, store, openTab, wake };
}
