import { CHANGE_TOPICS, ProblemError, type Change } from '@groundswell/elements/contract';

import type { After } from './after.js';

/** What happened up to a cursor. */
export interface ChangeEvent {
  readonly cursor: string;
  readonly changes: readonly Change[];
}

/** Somebody who is told, as long as they are there. */
export interface Subscriber {
  readonly isOpen: boolean;
  tell(event: ChangeEvent): void;
}

export interface ChangeHubOptions {
  /** What changed since a cursor; without one, just the cursor of now. */
  readonly read: (cursor: string | undefined) => Promise<ChangeEvent>;
  readonly after: After;
  /** For how many milliseconds changes are gathered into one reading. */
  readonly gather: number;
  /** After how many milliseconds it looks by itself, should a notification have been lost. */
  readonly lookAgain: number;
  readonly report: (error: unknown) => void;
}

/**
 * Everybody who hears the same of one organization: one reading serves them all. Whoever joins and has missed something
 * reads for themselves first, and is told from there on. A change that lands in between may be told twice, and is never
 * missed.
 */
export class ChangeHub {
  readonly #options: ChangeHubOptions;
  readonly #subscribers = new Set<Subscriber>();
  #cursor: string | undefined;
  #joining = 0;
  /** Readings and joinings happen one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #stopGathering: (() => void) | undefined;
  #stopLooking: (() => void) | undefined;

  constructor(options: ChangeHubOptions) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#subscribers.size === 0 && this.#joining === 0;
  }

  /**
   * Tells somebody what they have missed, and from now on what changes.
   *
   * @param lastEventId - The cursor of the last event that they have had.
   * @throws ProblemError as the reading does.
   */
  async join(subscriber: Subscriber, lastEventId: string | undefined): Promise<void> {
    this.#joining += 1;
    try {
      await this.#inTurn(async () => {
        // Whoever is there already is brought to the same moment, so that nothing is told to anybody twice.
        await this.#catchUp();
        const missed = await this.#missedSince(lastEventId);
        if (!subscriber.isOpen) return;
        if (this.#subscribers.size === 0) this.#cursor = missed.cursor;
        this.#subscribers.add(subscriber);
        subscriber.tell(missed);
        if (this.#stopLooking === undefined) this.#lookLater();
      });
    } finally {
      this.#joining -= 1;
    }
  }

  leave(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    if (this.#subscribers.size > 0) return;
    this.#stopGathering?.();
    this.#stopLooking?.();
    this.#stopGathering = this.#stopLooking = undefined;
  }

  /** Something may have changed. */
  wake(): void {
    if (this.#subscribers.size === 0) return;
    this.#stopGathering ??= this.#options.after(this.#options.gather, () => {
      this.#stopGathering = undefined;
      this.#inTurn(() => this.#catchUp()).catch(this.#options.report);
    });
  }

  async #catchUp(): Promise<void> {
    if (this.#subscribers.size === 0) return;
    try {
      const event = await this.#readFrom(this.#cursor);
      this.#cursor = event.cursor;
      if (event.changes.length > 0) for (const subscriber of [...this.#subscribers]) subscriber.tell(event);
    } finally {
      this.#lookLater();
    }
  }

  async #missedSince(cursor: string | undefined): Promise<ChangeEvent> {
    const isHere = this.#subscribers.size > 0 && (cursor === undefined || cursor === this.#cursor);
    return isHere && this.#cursor !== undefined
      ? { cursor: this.#cursor, changes: [] }
      : this.#readFrom(cursor);
  }

  /** A cursor that is not known any more has missed nobody knows what: everything is worth loading again. */
  async #readFrom(cursor: string | undefined): Promise<ChangeEvent> {
    const { read } = this.#options;
    try {
      return await read(cursor);
    } catch (error) {
      const isForgotten = error instanceof ProblemError && error.code === 'invalid-input';
      if (cursor === undefined || !isForgotten) throw error;
      const { cursor: now } = await read(undefined);
      return { cursor: now, changes: CHANGE_TOPICS.map((topic) => ({ topic, actionId: null })) };
    }
  }

  #lookLater(): void {
    this.#stopLooking?.();
    this.#stopLooking =
      this.#subscribers.size === 0
        ? undefined
        : this.#options.after(this.#options.lookAgain, () => {
            this.#stopLooking = undefined;
            this.wake();
          });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
