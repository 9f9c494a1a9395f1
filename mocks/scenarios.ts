import type { ProblemCode, ProblemDetails } from '../src/contract/index.js';

/** What the network and the backend behind it are like. */
export type Scenario =
  | { readonly kind: 'normal' }
  /** Every answer takes so many milliseconds longer. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Something between page and backend fails, with a page of its own instead of an answer. */
  | { readonly kind: 'failing'; readonly status: number }
  /** The backend refuses every call with this problem. */
  | { readonly kind: 'refusing'; readonly code: ProblemCode; readonly details: ProblemDetails }
  | { readonly kind: 'offline' }
  | { readonly kind: 'never-answering' }
  /** The first so many calls fail, the others get through. */
  | { readonly kind: 'flaky'; readonly failures: number };

/** One of each kind, by what to say in a story: `scenarios.slow(2000)`. */
export const scenarios = {
  normal: { kind: 'normal' },
  slow: (milliseconds: number): Scenario => ({ kind: 'slow', milliseconds }),
  failing: (status = 502): Scenario => ({ kind: 'failing', status }),
  refusing: (code: ProblemCode, details: ProblemDetails = {}): Scenario => ({
    kind: 'refusing',
    code,
    details,
  }),
  offline: { kind: 'offline' },
  neverAnswering: { kind: 'never-answering' },
  flaky: (failures: number): Scenario => ({ kind: 'flaky', failures }),
} as const satisfies Record<string, Scenario | ((...args: never[]) => Scenario)>;
