import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';

import type { Client } from '../../contract/client.js';
import type { FeedAction } from '../../contract/feed.js';
import type { WordsController } from '../../controllers/words-controller.js';
import type { ActionOpenRequestEvent } from '../../events/action-events.js';
import { emit } from '../../events/event-families.js';
import { LoadErrorEvent } from '../../events/load-events.js';
import type { commonWords } from '../../i18n/common-words.js';
import type { openInPlaceWords } from '../../i18n/open-in-place-words.js';
import type { Strings } from '../../i18n/words.js';
import { notice } from './notice.js';
import type { OpenInPlace } from './open-in-place.js';

/** An element in which actions can be opened. */
export type OpeningHost = ReactiveElement & {
  client?: Client | undefined;
  strings?: Strings | undefined;
};

export type OpenerWords = Pick<WordsController<[typeof commonWords, typeof openInPlaceWords]>, 't'>;

interface OpenerOptions {
  /** Fetches the code of what opens. */
  readonly load?: () => Promise<{ readonly OpenInPlace: typeof OpenInPlace }>;
  /** Told after the action was closed and the focus is back where it came from, if that is still there. */
  readonly onClosed?: () => void;
}

/**
 * Opens an action in place, unless the page has cancelled the request. What opens is loaded when the first action is
 * opened; when it does not come, there are words and a way to try again.
 */
export class ActionOpener {
  readonly #host: OpeningHost;
  readonly #words: OpenerWords;
  readonly #options: OpenerOptions;
  #place: OpenInPlace | undefined;
  #status: 'idle' | 'loading' | 'failed' = 'idle';
  #wanted: FeedAction | undefined;

  constructor(host: OpeningHost, words: OpenerWords, options: OpenerOptions = {}) {
    this.#host = host;
    this.#words = words;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#place?.isOpen === true;
  }

  /** Opens an action once everybody who listens has heard the request and nobody has cancelled it. */
  follow(event: ActionOpenRequestEvent, action: FeedAction): void {
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.open(action);
    });
  }

  async open(action: FeedAction): Promise<void> {
    this.#wanted = action;
    const { load = () => import('./open-in-place.js'), onClosed } = this.#options;
    try {
      if (this.#place === undefined) {
        this.#become('loading');
        const { OpenInPlace: Place } = await load();
        this.#place ??= new Place(this.#host, this.#words, onClosed);
      }
      this.#become('idle');
      this.#place.open(action);
    } catch (error) {
      this.#become('failed');
      emit(this.#host, new LoadErrorEvent('action-page', String(error)));
    }
  }

  /** The action that is open, or what there is to say on the way to it. */
  render(): TemplateResult | typeof nothing {
    if (this.#status === 'idle') return this.#place?.render() ?? nothing;
    const isAlert = this.#status === 'failed';
    return html`<div class="opening" aria-busy=${!isAlert}>
      ${
        isAlert
          ? notice(
              { tone: 'warning', text: this.#words.t('open.failed'), isAlert },
              html`<button type="button" class="button small" part="retry" @click=${this.#onRetry}>
                ${this.#words.t('common.retry')}
              </button>`,
            )
          : notice({ text: this.#words.t('common.loading') })
      }
    </div>`;
  }

  readonly #onRetry = () => {
    if (this.#wanted !== undefined) void this.open(this.#wanted);
  };

  #become(status: 'idle' | 'loading' | 'failed'): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}
