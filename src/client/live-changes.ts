import type { Transport } from '../contract/client.js';
import type { Following } from './lazy-changes.js';
import { pollChanges, readChanges, type Progress } from './poll-changes.js';
import type { Sleep } from './sleep.js';
import { streamChanges, type StreamRoute } from './stream-changes.js';

export interface ChangesRoute {
  readonly send: Transport['send'];
  /** The stream; undefined where none is to be asked for. */
  readonly stream: StreamRoute | undefined;
  /** Milliseconds between two questions where there is no stream. */
  readonly interval: number;
  readonly sleep: Sleep;
  /** A number from 0 up to 1. */
  readonly random: () => number;
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
export async function followChanges(
  { send, stream, interval, sleep, random }: ChangesRoute,
  { place, tell, signal }: Following,
): Promise<void> {
  const progress: Progress = { cursor: await place.then(readCursor, () => undefined) };
  let isAsked = progress.cursor !== undefined;
  let rounds = stream === undefined ? Infinity : 0;
  let refusals = 0;
  let failures = 0;
  for (;;) {
    signal.throwIfAborted();
    if (isHidden()) {
      await sleep(interval, signal);
      continue;
    }
    if (stream !== undefined && rounds === 0) {
      const { wasHeard, isFinal, retry } = await streamWhileSeen(stream, progress, { tell, signal });
      if (wasHeard && !isFinal) {
        refusals = 0;
        isAsked = false;
        // Not everybody at once, after a server has come back.
        await sleep((retry ?? RETRY) * (1 + random()), signal);
        continue;
      }
      if (isHidden()) continue;
      refusals += 1;
      rounds = isFinal ? Infinity : Math.min(MOST_ROUNDS, 2 ** refusals);
    }
    if (!isAsked) failures = (await poll(send, progress, { tell, signal })) ? 0 : failures + 1;
    isAsked = false;
    rounds -= 1;
    await sleep(Math.min(LONGEST, interval * 2 ** failures), signal);
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
