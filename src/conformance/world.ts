import type { Client } from '../contract/client.js';
import type { Timestamp } from '../domain/values/id-schema.js';

/**
 * What a backend under test looks like to the suite: a campaign that was just filled with `conformanceCampaign`, and
 * clients for the people in it. Every case gets a new one.
 */
export interface ConformanceWorld {
  /** Somebody who organizes: `staff-1`. */
  readonly staff: Client;
  /** One of `volunteer-1` to `volunteer-5`, whose client runs in the language of that user. */
  volunteer(number: number): Client;
  /**
   * Somebody without an account, whose device keeps a guest id; in English. Whoever signs in through this client is that
   * person from then on.
   */
  readonly visitor: Client;
  /** A new idempotency key. */
  newKey(): string;
  /** The time that the backend goes by. */
  now(): Date;
  /** Sets the backend's clock forward and lets it publish what is due. Without it, cases of the schedule are left out. */
  advanceTo?(instant: Timestamp): Promise<void>;
  /** Somebody who organizes `outsideCampaign` in the same backend. Without it, cases of isolation are left out. */
  readonly outsider?: Client;
  /** What the backend has mailed so far, the latest at the end. Without it, cases of signing in are left out. */
  messages?(): Promise<readonly { readonly to: string; readonly text: string }[]>;
  /** How long a change may take to reach those who subscribed, in ms; 2000 unless told. */
  readonly patience?: number;
  close?(): Promise<void>;
}

/** What a world may lack. */
export type ConformanceNeed = 'clock' | 'outsider' | 'messages';

type Run = (world: ConformanceWorld) => Promise<void>;

/** One promise that a backend must keep. `run` rejects, with words, where it does not. */
export interface ConformanceCase {
  readonly group: string;
  readonly name: string;
  readonly needs: readonly ConformanceNeed[];
  readonly run: Run;
}

/** Cases of one group from their names. */
export const casesOf = (
  group: string,
  runs: { readonly [name: string]: Run },
  needs: readonly ConformanceNeed[] = [],
): ConformanceCase[] => Object.entries(runs).map(([name, run]) => ({ group, name, needs, run }));

/** A case for each row of a table. */
export const casesFor = <Row>(
  group: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  run: (world: ConformanceWorld, row: Row) => Promise<void>,
  needs: readonly ConformanceNeed[] = [],
): ConformanceCase[] =>
  rows.map((row) => ({ group, name: nameOf(row), needs, run: (world) => run(world, row) }));
