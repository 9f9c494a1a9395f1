import type { Caller } from '../contract/caller.js';
import type { OperationName } from '../contract/contract.js';
import { ProblemError } from '../contract/problem-error.js';
import { Afterwards } from './afterwards.js';
import { fingerprint } from './fingerprint.js';
import { stamp, type Call } from './work.js';

/** Seconds after which a call with a key that is still running is worth repeating. */
const RETRY_AFTER = 1;

/**
 * Runs a creation once per key: the same key with the same body gets the stored answer, with another body
 * `key-reused`, and `in-progress` while the first call is running in a store where another one can look on. The key and
 * what was created land in one transaction, so a failed call leaves its key free.
 */
export async function runOnce<T>(
  call: Call,
  name: OperationName,
  input: unknown,
  run: () => Promise<T>,
): Promise<T> {
  if (call.key === undefined) return run();
  const scope = `${callerName(call.caller)}/${name}/${call.key}`;
  const mark = await fingerprint(input);
  const known = await call.ports.keys.claim({ scope, fingerprint: mark, at: stamp(call) });
  if (known === undefined) {
    const output = await run();
    if (output instanceof Afterwards)
      throw new TypeError(`${name} must answer what can be kept with its key`);
    await call.ports.keys.answer(scope, output);
    return output;
  }
  if (known.fingerprint !== mark) throw new ProblemError('key-reused');
  if (known.answer === null) throw new ProblemError('in-progress', { retryAfter: RETRY_AFTER });
  return known.answer.output as T;
}

/** Keys of different people never meet. Guests without an id share a name; their keys are random all the same. */
function callerName(caller: Caller): string {
  return caller.role === 'visitor' ? `guest:${caller.guestId ?? ''}` : `user:${caller.userId}`;
}
