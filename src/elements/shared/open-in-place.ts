import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';

import { LazyElement, type LazyTag } from '../../controllers/lazy-element.js';
import type { Client } from '../../contract/client.js';
import type { FeedAction } from '../../contract/feed.js';
import type { ActionOpenRequestEvent } from '../../events/action-events.js';
import type { Strings } from '../../i18n/words.js';
import { lazyView, type LazyWords } from './lazy-view.js';

type Host = ReactiveElement & { client?: Client | undefined; strings?: Strings | undefined };

interface OpenOptions {
  /** What shows the action, and where its code comes from. */
  readonly page?: LazyTag;
  /** Told after the dialog was closed and the focus is back where it came from, if that is still there. */
  readonly onClosed?: () => void;
}

const PAGE: LazyTag = { tag: 'action-page', load: () => import('../volunteer/action-page/action-page.js') };

/**
 * Opens an action in a dialog of its host, unless the page has cancelled the request. What is open stays open, whatever
 * becomes of the card that opened it.
 */
export class OpenInPlace implements ReactiveController {
  readonly #host: Host;
  readonly #words: LazyWords;
  readonly #page: LazyTag;
  readonly #onClosed: (() => void) | undefined;
  readonly #lazy: LazyElement;
  #opened: FeedAction | undefined;

  constructor(host: Host, words: LazyWords, { page = PAGE, onClosed }: OpenOptions = {}) {
    this.#host = host;
    this.#words = words;
    this.#page = page;
    this.#onClosed = onClosed;
    this.#lazy = new LazyElement(host);
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  /** Opens an action once everybody who listens has heard the request and nobody has cancelled it. */
  follow(event: ActionOpenRequestEvent, action: FeedAction): void {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.open(action);
    });
  }

  open(action: FeedAction): void {
    this.#opened = action;
    void this.#lazy.load(this.#page);
    this.#host.requestUpdate();
  }

  readonly close = (): void => this.#dialog?.close();

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (this.isOpen && dialog?.isConnected === true && !dialog.open) dialog.showModal();
  }

  /** A dialog that moves to another place loses its place above the page, and takes it again. */
  hostConnected(): void {
    if (!this.isOpen) return;
    this.#dialog?.close();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.close();
    });
  }

  /** The dialog, empty while it is closed. */
  render(): TemplateResult {
    const action = this.#opened;
    return html`<dialog part="dialog" aria-label=${action?.content.title ?? nothing} @close=${this.#onClose}>
      ${action === undefined ? nothing : this.#renderContent(action)}
    </dialog>`;
  }

  #renderContent(action: FeedAction): TemplateResult {
    return html`<div class="dialog-bar">
        <button type="button" class="button quiet small" part="close" @click=${this.close}>
          ${this.#words.t('common.close')}
        </button>
      </div>
      <div class="dialog-content">
        ${lazyView(
          this.#lazy,
          this.#words,
          () =>
            html`<action-page
              exportparts="start, title, description, disclaimer, media"
              action-id=${action.id}
              .action=${action}
              .client=${this.#host.client}
              .strings=${this.#host.strings}
            ></action-page>`,
        )}
      </div>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  readonly #onClose = () => {
    if (this.#dialog?.open === true) return;
    this.#opened = undefined;
    this.#host.requestUpdate();
    this.#onClosed?.();
  };
}
