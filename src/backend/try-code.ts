import { readCode } from '../domain/sign-in/code.js';
import { decideExchange } from '../domain/sign-in/code-decisions.js';
import { addressName, isSealed } from './code-seal.js';
import type { Call } from './work.js';

/** Tries a code for an address and keeps what that changes: a right one is used up, a wrong one is counted. */
export async function tryCode(
  { ports, now }: Call,
  email: string,
  typed: string,
): Promise<'right' | 'wrong' | 'used-up'> {
  const address = await addressName(email);
  const waiting = await ports.signIn.find(address);
  const code = readCode(typed);
  const isRight = code !== undefined && (await isSealed(waiting?.codeHash ?? null, address, code));
  const decision = decideExchange(waiting, isRight, now);
  if (waiting === undefined || waiting.codeHash === null) return decision;
  // How many were sent within the hour still counts.
  await ports.signIn.save({
    ...waiting,
    codeHash: decision === 'wrong' ? waiting.codeHash : null,
    attempts: waiting.attempts + (isRight ? 0 : 1),
  });
  return decision;
}
