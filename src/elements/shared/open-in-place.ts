import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';

import type { FeedAction } from '../../contract/feed.js';
import { pageDialog } from '../../styles/page-dialog.styles.js';
import '../volunteer/action-page/action-page.js';
import type { OpenerWords, OpeningHost } from './action-opener.js';

/** A dialog of its host with the page of an action. What is open stays open, whatever becomes of the card that opened it. */
export class OpenInPlace implements ReactiveController {
  readonly #host: OpeningHost;
  readonly #words: OpenerWords;
  readonly #onClosed: (() => void) | undefined;
  #opened: FeedAction | undefined;

  constructor(host: OpeningHost, words: OpenerWords, onClosed?: () => void) {
    this.#host = host;
    this.#words = words;
    this.#onClosed = onClosed;
    host.addController(this);
    const sheet = pageDialog.styleSheet;
    if (host.shadowRoot !== null && sheet !== undefined) host.shadowRoot.adoptedStyleSheets.push(sheet);
  }

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  open(action: FeedAction): void {
    this.#opened = action;
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
        <action-page
          exportparts="start, title, description, disclaimer, media"
          action-id=${action.id}
          .action=${action}
          .client=${this.#host.client}
          .strings=${this.#host.strings}
        ></action-page>
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
