import { createClient } from '../create-client.js';
import type { Transport } from '../../contract/client.js';
import { createOutbox, type OutboxLimits } from './create-outbox.js';
import { openIndexedDbOutboxStore } from './indexed-db-outbox-store.js';
import { listenForWake } from './listen-for-wake.js';
import { memoryOutboxStore } from './memory-outbox-store.js';
import type { Outbox } from './outbox.js';
import { originLock } from './outbox-lock.js';
import type { OutboxStore } from './outbox-store.js';

export interface OpenOutboxOptions {
  readonly transport: Transport;
  /** Whose items these are: something that stays the same for one person and differs from everybody else's. */
  readonly owner: string;
  /** Which backend they are for, such as its address. */
  readonly backend: string;
  readonly limits?: Partial<OutboxLimits>;
}

/** How long a device may take to open its storage, in milliseconds. Some never answer. */
const OPENING_TIME = 3000;

/**
 * The outbox of a browser: on the device where there is storage, otherwise in memory, which `persistence` says. Sends
 * at the start, when the network or the person comes back, and by a timer.
 */
export async function openOutbox({
  transport,
  owner,
  backend,
  limits = {},
}: OpenOutboxOptions): Promise<Outbox> {
  const client = createClient(transport);
  return createOutbox({
    ...{ owner, backend, limits },
    store: await openStore(),
    lock: originLock(),
    send: (operation, input, key) => client.call(operation, input, { key }),
    onWake: listenForWake,
  });
}

async function openStore(): Promise<OutboxStore> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The storage does not open.')), OPENING_TIME);
  });
  try {
    return await Promise.race([openIndexedDbOutboxStore(), late]);
  } catch {
    return memoryOutboxStore();
  } finally {
    clearTimeout(timer);
  }
}
