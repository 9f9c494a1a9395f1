import { ProblemError, type Caller, type Change, type Dispatch } from '@groundswell/elements/contract';
import type { Id } from '@groundswell/elements/domain';

import { afterRealTime, type After } from './after.js';
import { ChangeHub, type ChangeEvent } from './change-hub.js';
import { EventStream } from './event-stream.js';

/** Live updates of this process. */
export interface LiveChanges {
  /** How many streams are open. */
  count(): number;
  /**
   * Opens a stream for somebody.
   *
   * @throws ProblemError `unavailable` where there are too many already, or where the process ends.
   */
  open(caller: Caller, options: OpenOptions): Promise<ReadableStream<Uint8Array>>;
  /** Something may have changed in an organization; in all of them, where the id is empty. */
  wake(orgId: Id): void;
  /** Ends every stream with a word when to come back. */
  end(): void;
}

export interface OpenOptions {
  /** The cursor of the last event that was had, as the caller says. */
  readonly lastEventId: string | undefined;
  /** Ends the connection of somebody who does not read. */
  readonly cutOff: () => void;
}

export interface LiveOptions {
  readonly dispatch: Dispatch;
  readonly report: (error: unknown) => void;
  readonly after?: After;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly settings?: Partial<LiveSettings>;
}

export interface LiveSettings {
  /** Streams of this process at the most; whoever comes then asks again and again instead. */
  readonly seats: number;
  /** Milliseconds during which changes are gathered. */
  readonly gather: number;
  /** Milliseconds after which a hub looks without having been told. */
  readonly lookAgain: number;
  /** Milliseconds between two signs of life: shorter than any proxy waits. */
  readonly heartbeat: number;
  /** Milliseconds after which a stream ends, so that whoever comes back says anew who they are. */
  readonly longest: number;
}

const DEFAULTS: LiveSettings = {
  seats: 5000,
  gather: 100,
  lookAgain: 5000,
  heartbeat: 15_000,
  longest: 15 * 60_000,
};

/** When to come back after an end, in milliseconds: not everybody at once. */
const RETRY = 1000;

/**
 * Streams over the operation `changes.list`, asked as one of those who listen: what each may know is decided there.
 * Those who organize and everybody else hear different things, so an organization has two hubs at the most.
 */
export function createLiveChanges(options: LiveOptions): LiveChanges {
  const { dispatch, report, after = afterRealTime, random = Math.random } = options;
  const settings = { ...DEFAULTS, ...options.settings };
  const hubs = new Map<string, ChangeHub>();
  const streams = new Set<EventStream>();
  let hasEnded = false;
  let stopBeating: (() => void) | undefined;

  const hubOf = (caller: Caller): readonly [string, ChangeHub] => {
    const name = `${caller.campaignId}/${caller.role === 'staff' ? 'staff' : 'everybody'}`;
    const read = async (cursor: string | undefined) =>
      (await dispatch(caller, 'changes.list', { cursor })) as ChangeEvent & { changes: Change[] };
    const { gather, lookAgain } = settings;
    const hub = hubs.get(name) ?? new ChangeHub({ read, after, gather, lookAgain, report });
    hubs.set(name, hub);
    return [name, hub];
  };
  const beat = () => {
    for (const stream of [...streams]) stream.beat();
    stopBeating = streams.size === 0 ? undefined : after(settings.heartbeat, beat);
  };
  const retryLater = () => RETRY * (1 + 4 * random());

  return {
    count: () => streams.size,
    open: async (caller, { lastEventId, cutOff }) => {
      if (hasEnded || streams.size >= settings.seats)
        throw new ProblemError('unavailable', { retryAfter: Math.ceil(5 + 25 * random()) });
      const [name, hub] = hubOf(caller);
      const stopAgeing = after(settings.longest, () => stream.close());
      const stream = new EventStream({
        cutOff,
        ended: () => {
          stopAgeing();
          streams.delete(stream);
          hub.leave(stream);
          if (hub.isEmpty) hubs.delete(name);
        },
      });
      streams.add(stream);
      stopBeating ??= after(settings.heartbeat, beat);
      stream.suggestRetry(retryLater());
      try {
        await hub.join(stream, lastEventId);
      } catch (error) {
        stream.close();
        throw error;
      }
      return stream.body;
    },
    wake: (orgId) => {
      for (const [name, hub] of hubs) if (orgId === '' || name.startsWith(`${orgId}/`)) hub.wake();
    },
    end: () => {
      hasEnded = true;
      stopBeating?.();
      for (const stream of [...streams]) {
        stream.suggestRetry(retryLater());
        stream.close();
      }
    },
  };
}
