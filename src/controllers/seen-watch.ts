import type { ReactiveController } from 'lit';

import type { FeedAction } from '../contract/feed.js';
import type { ClientHost } from './client-source.js';
import { InView } from './in-view.js';
import { SeenRecorder } from './seen-recorder.js';
import type { SeenOptions } from './watch-seen.js';

/** Notices when the action of an element has been in view, once for each action that it shows, and has it recorded. */
export class SeenWatch implements ReactiveController {
  readonly #inView: InView;
  readonly #action: () => FeedAction | undefined;
  #watchedId: string | undefined;

  constructor(host: ClientHost, { action, seenBy, shareToken }: SeenOptions) {
    const recorder = new SeenRecorder(host, shareToken);
    this.#action = action;
    this.#watchedId = action()?.id;
    this.#inView = new InView(host, () => {
      const seen = action();
      if (seen !== undefined) (seenBy?.() ?? recorder.add)(seen);
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const id = this.#action()?.id;
    if (id === this.#watchedId) return;
    this.#watchedId = id;
    this.#inView.restart();
  }
}
