import { createParser, type EventSourceMessage } from 'eventsource-parser';

import type { Following } from './lazy-changes.js';
import { readChanges, type ListedChanges, type Progress } from './poll-changes.js';
import { watchSilence } from './watch-silence.js';
import type { Fetch } from './with-session.js';

export interface StreamRoute {
  readonly url: string;
  /** What sends, and says who is asking. An `EventSource` could not say it. */
  readonly fetch: Fetch;
}

/** How a stream came to its end. */
export interface StreamEnd {
  /** Whether anything arrived at all. */
  readonly wasHeard: boolean;
  /** Whether there is no use in trying again: nobody there speaks of changes, or something between us holds them back. */
  readonly isFinal: boolean;
  /** Milliseconds to wait before coming back, where the backend has said so. */
  readonly retry: number | undefined;
}

/** How long the first event may take, in milliseconds; a backend sends one at once. */
const FIRST = 10_000;
/** How long it may be silent afterwards: three times as long as a backend ever is. */
const SILENCE = 45_000;
/** How much of one event is taken, in characters. */
const LONGEST_EVENT = 1_000_000;

/** Answers that say that there is no such thing here. */
const NOT_THERE = [404, 405, 406, 410, 501];

/**
 * Follows a stream of changes (server-sent events) until it ends, from where the progress is, which it carries on.
 *
 * @returns How it ended. It never rejects.
 */
export async function streamChanges(
  route: StreamRoute,
  progress: Progress,
  { tell, signal }: Pick<Following, 'tell' | 'signal'>,
): Promise<StreamEnd> {
  let [isAnswered, wasHeard, isFinal] = [false, false, false];
  let retry: number | undefined;
  // A network that is too slow for any answer says nothing about what would come.
  const watch = watchSilence(signal, FIRST, () => (isFinal = isAnswered && !wasHeard));
  const parser = createParser({
    onEvent: (event) => {
      const { cursor, changes } = readEvent(event);
      wasHeard = true;
      progress.cursor = cursor;
      tell(changes);
    },
    onRetry: (milliseconds) => (retry = milliseconds),
    // Fields that are newer than this code are no error.
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') throw error;
    },
    maxBufferSize: LONGEST_EVENT,
  });
  const feed = (text: string) => {
    // Until it has been understood.
    isFinal = true;
    parser.feed(text);
    isFinal = false;
    if (wasHeard) watch.hear(SILENCE);
  };
  try {
    const response = await open(route, progress, watch.signal);
    isAnswered = true;
    if (isStream(response)) await readText(response, watch.signal, feed);
    else isFinal = response.ok || NOT_THERE.includes(response.status);
  } catch {
    // A network that breaks, or somebody who stopped it: what comes next is decided by whoever asked.
  } finally {
    watch.stop();
  }
  return { wasHeard, isFinal, retry };
}

const open = ({ url, fetch }: StreamRoute, { cursor }: Progress, signal: AbortSignal): Promise<Response> =>
  fetch(url, {
    headers: { accept: 'text/event-stream', ...(cursor !== undefined && { 'last-event-id': cursor }) },
    credentials: 'omit',
    signal,
  });

const isStream = ({ ok, headers }: Response): boolean =>
  ok && headers.get('content-type')?.startsWith('text/event-stream') === true;

const readEvent = ({ id, data }: EventSourceMessage): ListedChanges =>
  readChanges({ cursor: id, ...(JSON.parse(data) as object) });

/** Reads to the end, also from a body that does not hear the signal. */
async function readText(
  response: Response,
  signal: AbortSignal,
  feed: (text: string) => void,
): Promise<void> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined));
  for (;;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return;
    feed(decoder.decode(chunk.value, { stream: true }));
  }
}
