import type { Caller } from '@groundswell/elements/contract';

/** What becomes known of a request while it is answered. */
export interface RequestContext {
  /** Answered as `X-Request-Id` and written into every line of the log. */
  readonly id: string;
  /** The network address of whoever asks. Never logged, never stored as it is. */
  readonly address: string;
  /** What is asked for, as the contract or the route calls it: the name under which it is counted. */
  operation: string;
  caller: Caller | null;
  /** Whether a page of another origin may read the answer. */
  isReadable: boolean;
  /** Whether the call has arrived as a whole and is being worked on. */
  isRunning: boolean;
}

/** What comes from elsewhere is taken where it can be nothing but random: a UUID or 32 digits of a trace. */
const WELL_FORMED = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;

/** The id that a proxy has given a request, or a new one. */
export const chooseRequestId = (sent: string | undefined): string =>
  sent !== undefined && WELL_FORMED.test(sent) ? sent.toLowerCase() : crypto.randomUUID();
