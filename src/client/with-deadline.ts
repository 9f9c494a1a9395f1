import { ClientError } from '../contract/client-error.js';

/**
 * Runs something that must end in time, also where it does not listen to the signal.
 *
 * @param timeout - In milliseconds; what takes longer rejects with `timed-out`.
 * @param signal - Rejects with its reason; one that was aborted before lets nothing begin.
 */
export async function withDeadline<T>(
  timeout: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new ClientError('timed-out')), timeout);
  signal?.addEventListener('abort', stop);
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error));
  });
  try {
    return await Promise.race([run(controller.signal), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
