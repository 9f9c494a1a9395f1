import type { Transport } from '../contract/client.js';
import type { HttpTransportOptions } from './http-transport.js';
import type { Following } from './lazy-changes.js';
import { pollChanges, readChanges, type Progress } from './poll-changes.js';
import { sleep as realSleep } from './sleep.js';
import { streamChanges, type StreamRoute } from './stream-changes.js';
import type { Fetch } from './with-session.js';

/** How changes are reached, and how the page wants to hear of them. */
export interface ChangesRoute {
  readonly send: Transport['send'];
  /** What sends, and says who is asking. */
  readonly fetch: Fetch;
  /** The address of the backend, without a slash at its end. */
  readonly base: string;
  readonly options: Pick<HttpTransportOptions, 'live' | 'pollInterval' | 'retry'>;
}

/** The longest pause after failures, in milliseconds. */
const LONGEST = 60_000;
/** How many questions are asked at the most before a stream is tried again. */
const MOST_ROUNDS = 12;
/** When to come back after a stream has ended that did not say it, in milliseconds. */
const RETRY = 2000;

/**
 * Learns of changes by a stream, and where none is to be had, by asking again and again: less often while the backend
 * fails, and never while the page is hidden. It goes on from the same place either way.
 *
 * @returns Never, but for the signal: then it rejects with its reason.
 */
export async function followChanges(route: ChangesRoute, following: Following): Promise<void> {
  const { pollInterval: interval = 5000, retry = {} } = route.options;
  const { sleep = realSleep, random = Math.random } = retry === false ? {} : retry;
  const { place, signal } = following;
  const cursor = await place.then(readCursor, () => undefined);
  const follower = new Follower({ cursor }, route, following);
  for (;;) {
    signal.throwIfAborted();
    await sleep(isHidden() ? interval : await follower.goOn(interval, random), signal);
  }
}

/** Knows how it went so far, and so what to try next. */
class Follower {
  readonly #progress: Progress;
  readonly #route: ChangesRoute;
  readonly #following: Following;
  /** Whether the place is as new as a question would make it. */
  #isAsked: boolean;
  /** How many questions are asked before a stream is tried. */
  #rounds: number;
  #refusals = 0;
  #failures = 0;

  constructor(progress: Progress, route: ChangesRoute, following: Following) {
    this.#progress = progress;
    this.#route = route;
    this.#following = following;
    this.#isAsked = progress.cursor !== undefined;
    this.#rounds = route.options.live === false ? Infinity : 0;
  }

  /**
   * Follows a stream as long as there is one, or asks once.
   *
   * @returns Milliseconds to wait before going on.
   */
  async goOn(interval: number, random: () => number): Promise<number> {
    if (this.#rounds === 0) {
      const { base, fetch } = this.#route;
      const stream = { url: `${base}/changes/stream`, fetch };
      const { wasHeard, isFinal, retry } = await streamWhileSeen(stream, this.#progress, this.#following);
      if (wasHeard && !isFinal) {
        this.#refusals = 0;
        this.#isAsked = false;
        // Not everybody at once, after a server has come back.
        return (retry ?? RETRY) * (1 + random());
      }
      if (isHidden()) return interval;
      this.#refusals += 1;
      this.#rounds = isFinal ? Infinity : Math.min(MOST_ROUNDS, 2 ** this.#refusals);
    }
    if (!this.#isAsked)
      this.#failures = (await poll(this.#route.send, this.#progress, this.#following))
        ? 0
        : this.#failures + 1;
    this.#isAsked = false;
    this.#rounds -= 1;
    return Math.min(LONGEST, interval * 2 ** this.#failures);
  }
}

const readCursor = (raw: unknown): string => readChanges(raw).cursor;

/** Whether the backend has answered. */
async function poll(
  send: Transport['send'],
  progress: Progress,
  { tell, signal }: Pick<Following, 'tell' | 'signal'>,
): Promise<boolean> {
  try {
    tell(await pollChanges(send, progress, signal));
    return true;
  } catch {
    return false;
  }
}

/** As much of a page as is needed here. */
interface Page {
  readonly hidden?: boolean;
  readonly addEventListener?: (type: string, listener: () => void) => void;
  readonly removeEventListener?: (type: string, listener: () => void) => void;
}

const pageOf = (): Page | undefined => (globalThis as { readonly document?: Page }).document;

const isHidden = (): boolean => pageOf()?.hidden === true;

/**
 * A stream only while somebody sees the page: a browser has six connections to a host that does not speak HTTP/2, and
 * as many tabs in the background would leave none for anything else.
 */
async function streamWhileSeen(
  stream: StreamRoute,
  progress: Progress,
  { tell, signal }: Pick<Following, 'tell' | 'signal'>,
) {
  const stop = new AbortController();
  const end = () => stop.abort();
  const look = () => {
    if (isHidden()) end();
  };
  const page = pageOf();
  signal.addEventListener('abort', end);
  page?.addEventListener?.('visibilitychange', look);
  try {
    return await streamChanges(stream, progress, { tell, signal: stop.signal });
  } finally {
    signal.removeEventListener('abort', end);
    page?.removeEventListener?.('visibilitychange', look);
  }
}
