import type { Caller } from '../../../src/contract/caller.js';
import { contract } from '../../../src/contract/contract.js';
import type { Dispatch } from '../../../src/contract/dispatch.js';
import type { Operation } from '../../../src/contract/operation.js';
import { ProblemError } from '../../../src/contract/problem-error.js';

export interface DispatchedCall {
  readonly caller: Caller;
  readonly name: string;
  readonly input: unknown;
  readonly key: string | undefined;
}

/** Checks inputs as a backend does, writes down what arrived, and answers what it is told. */
export function recordingDispatch(answer: (call: DispatchedCall) => unknown = () => ({})) {
  const calls: DispatchedCall[] = [];
  const dispatch: Dispatch = (caller, name, input, { key } = {}) => {
    const operation: Operation = contract[name];
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) return Promise.reject(new ProblemError('invalid-input', { fields: [] }));
    if (operation.idempotent && key === undefined) return Promise.reject(new ProblemError('key-required'));
    const call = { caller, name, input: parsed.data, key };
    calls.push(call);
    return Promise.resolve().then(() => answer(call));
  };
  return { dispatch, calls };
}

export const VISITOR: Caller = { role: 'visitor', campaignId: 'c', language: 'en' };
export const VOLUNTEER: Caller = { role: 'volunteer', campaignId: 'c', userId: 'v', language: 'en' };
export const STAFF: Caller = { role: 'staff', campaignId: 'c', userId: 's', language: 'en' };
