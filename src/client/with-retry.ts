import type { Transport } from '../contract/client.js';
import { ClientError } from '../contract/client-error.js';
import { sleep as realSleep, type Sleep } from './sleep.js';

export interface RetryOptions {
  /** How often a call is sent at most; 3 unless told. */
  readonly attempts?: number;
  /** The first wait is at most this long, in milliseconds, and each further one twice that; 300 unless told. */
  readonly base?: number;
  /** The longest wait in milliseconds. A backend that asks for more is not waited for; 5,000 unless told. */
  readonly limit?: number;
  readonly sleep?: Sleep;
  /** A number from 0 up to 1. */
  readonly random?: () => number;
}

/**
 * Sends again what failed in passing, where that is harmless: reads, and writes with an idempotency key. Waits a random
 * part of a doubling time, so that many clients don't come back at once, and as long as the backend asks for. Calls that
 * timed out are not sent again, because somebody has waited long enough to be asked.
 */
export function withRetry(transport: Transport, options: RetryOptions = {}): Transport {
  const { attempts = 3, base = 300, limit = 5000, sleep = realSleep, random = Math.random } = options;
  const waitAfter = (error: unknown, attempt: number): number | undefined => {
    if (attempt >= attempts || !mayPass(error)) return undefined;
    const asked = (error.details.retryAfter ?? 0) * 1000;
    return asked > limit ? undefined : asked + random() * Math.min(limit, base * 2 ** (attempt - 1));
  };
  return {
    ...transport,
    async send(operation, input, sendOptions) {
      const isHarmless = operation.method === 'GET' || sendOptions.key !== undefined;
      for (let attempt = 1; ; attempt++) {
        try {
          return await transport.send(operation, input, sendOptions);
        } catch (error) {
          const wait = isHarmless ? waitAfter(error, attempt) : undefined;
          if (wait === undefined) throw error;
          await sleep(wait, sendOptions.signal);
        }
      }
    },
  };
}

/** A device that knows to be offline is asked again by the person, not by us. */
const mayPass = (error: unknown): error is ClientError =>
  error instanceof ClientError &&
  error.isTransient &&
  error.code !== 'timed-out' &&
  !(error.code === 'offline' && isKnownOffline());

const isKnownOffline = (): boolean =>
  (globalThis as { readonly navigator?: { readonly onLine?: boolean } }).navigator?.onLine === false;
