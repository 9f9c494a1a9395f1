import type { FeedAction } from '../contract/feed.js';
import { recordSeen } from '../contract/calls/perform.js';
import { ActionSeenEvent } from '../events/action-events.js';
import { emit } from '../events/event-families.js';
import { ClientSource, type ClientHost } from './client-source.js';

/** How long to wait for more before what was seen is sent, in milliseconds. */
const GATHERING = 400;

/**
 * Records which actions have come into view: each once, several in one call. Nobody is told when it fails; what could not
 * be recorded goes along with the next.
 */
export class SeenRecorder {
  readonly #host: ClientHost;
  readonly #source: ClientSource;
  readonly #shareToken: () => string | undefined;
  readonly #waiting = new Map<string, FeedAction>();
  readonly #recorded = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ClientHost, shareToken: () => string | undefined = () => undefined) {
    this.#host = host;
    this.#source = ClientSource.of(host);
    this.#shareToken = shareToken;
  }

  readonly add = (action: FeedAction): void => {
    if (this.#recorded.has(action.id)) return;
    this.#waiting.set(action.id, action);
    if (this.#timer === undefined) this.#timer = setTimeout(() => void this.#send(), GATHERING);
  };

  async #send(): Promise<void> {
    this.#timer = undefined;
    const { client } = this.#source;
    if (client === undefined) return;
    const batch = [...this.#waiting.values()].slice(0, 100);
    const shareToken = this.#shareToken();
    try {
      await client.call(recordSeen, {
        actionIds: batch.map(({ id }) => id),
        ...(shareToken !== undefined && { shareToken }),
      });
    } catch {
      return;
    }
    for (const { id, content } of batch) {
      this.#waiting.delete(id);
      this.#recorded.add(id);
      emit(this.#host, new ActionSeenEvent({ actionId: id, kind: content.kind }));
    }
  }
}
