import { ClientError, type ClientErrorCode } from '../contract/client-error.js';

/** A promise of the contract that a backend has broken. */
export class ConformanceFailure extends Error {
  override readonly name = 'ConformanceFailure';
}

/** @throws ConformanceFailure unless the condition holds. */
export function expect(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new ConformanceFailure(promise);
}

/** Compares by content, whatever the order of members. */
export function expectEqual(actual: unknown, expected: unknown, promise: string): void {
  const [found, wanted] = [inWords(actual), inWords(expected)];
  expect(found === wanted, `${promise}: expected ${shorten(wanted)}, found ${shorten(found)}`);
}

/** Expects a refusal with a code, and hands it back. */
export async function expectRefusal(
  call: Promise<unknown>,
  code: ClientErrorCode,
  promise: string,
): Promise<ClientError> {
  try {
    await call;
  } catch (error) {
    expect(error instanceof ClientError, `${promise}: expected a ClientError, found ${String(error)}`);
    expectEqual(error.code, code, promise);
    return error;
  }
  throw new ConformanceFailure(`${promise}: expected ${code}, but the call succeeded`);
}

/** Waits until something holds, or fails after `patience` ms. */
export async function expectSoon(
  holds: () => boolean | Promise<boolean>,
  patience: number,
  promise: string,
): Promise<void> {
  for (let waited = 0; waited <= patience; waited += 20) {
    if (await holds()) return;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  throw new ConformanceFailure(promise);
}

const inWords = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

const shorten = (text: string): string =>
  text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text;
