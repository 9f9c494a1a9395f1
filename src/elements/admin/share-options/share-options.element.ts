import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import type { ShareLinks } from '../../../contract/links.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import { TextCopier } from '../../../controllers/text-copier.js';
import { WordsController } from '../../../controllers/words-controller.js';
import type { Action } from '../../../domain/action/action-schema.js';
import { isBlank } from '../../../domain/values/is-blank.js';
import type { Strings } from '../../../i18n/words.js';
import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { field } from '../../../styles/field.styles.js';
import { notice as noticeStyles } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { drawQr, type QrDrawing } from '../../shared/draw-qr.js';
import { notice } from '../../shared/notice.js';
import { queryView } from '../../shared/query-view.js';
import { codeRow, linkRow } from './copy-row.js';
import { elementSnippet, linkSnippet } from './embed-snippets.js';
import { loadSharing, type Sharing } from './load-sharing.js';
import { qrFigure, qrFile, type QrState } from './qr-figure.js';
import { saveFile } from './save-file.js';
import { sharingWordSets } from './share-options-words.js';
import { styles } from './share-options.styles.js';
import { sharingSkeleton as skeleton } from './sharing-skeleton.js';

type Shared = Extract<Sharing, { state: 'shared' }>;

/**
 * The links to one action: to copy, to open, as a QR code, and as code for a web page. They appear by themselves once the
 * action is published.
 *
 * @element share-options
 * @csspart link - The text field with a link.
 * @csspart copy - A button that copies.
 * @csspart code - The text field with code for a web page.
 * @csspart qr - The QR code.
 * @csspart download - The button that saves the QR code.
 * @csspart notice - What is said about the state of the action, and failures.
 * @csspart retry - The button that loads again.
 * @csspart skeleton - What holds the place of the links while they load.
 * @csspart unconnected - What holds their place while there is no client.
 * @fires {ClientFailedEvent} client-failed - Loading failed.
 */
export class ShareOptionsElement extends LitElement {
  static override styles = [tokens, base, button, field, noticeStyles, styles];

  @property({ attribute: 'action-id' }) actionId = '';

  /** The address of the script that registers and connects the elements on other pages. Shown in the code, never loaded. */
  @property({ attribute: false }) scriptUrl = 'https://example.org/groundswell.js';

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  @state() private announcement = '';
  @state() private qr: QrState = { status: 'none' };

  readonly #words = new WordsController(this, ...sharingWordSets);
  readonly #copier = new TextCopier(this);
  readonly #query = new ClientQuery(
    this,
    (client, [id], signal) => loadSharing(client, id ?? '', signal),
    () => [this.actionId === '' ? undefined : this.actionId] as const,
    { reloadOn: ({ topic, actionId }) => topic === 'actions' && actionId === this.actionId },
  );
  #shown: Sharing | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('actionId')) this.#shown = undefined;
    const { value } = this.#query;
    if (value === undefined || value === this.#shown) return;
    const wereMissing = this.#shown?.state === 'none';
    this.#shown = value;
    if (value.state !== 'shared') return;
    if (wereMissing) this.announcement = this.#words.t('links.ready');
    if (this.qr.status !== 'drawn' || this.qr.of !== value.links.web) void this.#draw(value.links.web);
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    return html`<section aria-labelledby="heading">
      <p class="visually-hidden" role="status">${this.announcement}</p>
      <header><h3 id="heading">${words.t('links.heading')}</h3></header>
      ${queryView(this.#query, words, { ready: (sharing) => this.#renderSharing(sharing), skeleton })}
    </section>`;
  }

  #renderSharing(sharing: Sharing): TemplateResult {
    const words = this.#words;
    if (sharing.state === 'shared') return this.#renderShared(sharing);
    return sharing.reason === 'deleted'
      ? notice({ text: words.t('links.deleted') })
      : notice({ title: words.t('links.notYet'), text: words.t('links.notYetHint') });
  }

  #renderShared({ links, action }: Shared): TemplateResult {
    const words = this.#words;
    return html`
      ${action.status === 'closed' ? notice({ tone: 'warning', text: words.t('links.closed') }) : nothing}
      <p class="muted">${words.t(action.visibility === 'private' ? 'links.private' : 'links.hint')}</p>
      <div class="body">
        <div class="links">
          ${this.#renderLink('web', links.web)}
          ${links.app === null ? nothing : this.#renderLink('app', links.app)}
          ${this.#renderCode(links, action)}
        </div>
        ${qrFigure(
          {
            state: this.qr,
            link: links.web,
            download: this.#onDownload,
            retry: () => void this.#draw(links.web),
          },
          words,
        )}
      </div>
    `;
  }

  #renderLink(id: 'web' | 'app', text: string): TemplateResult {
    const words = this.#words;
    const label = words.t(`links.${id}`);
    const action = words.t(id === 'web' ? 'links.copyWeb' : 'links.copyApp');
    return linkRow({ id, label, text, action, copy: this.#onCopy }, this.#copier, words);
  }

  #renderCode(links: ShareLinks, action: Action): TemplateResult {
    const words = this.#words;
    const { title } = action.content;
    const source = {
      token: links.token,
      webLink: links.web,
      title: isBlank(title) ? words.t('links.untitled') : title,
      scriptUrl: this.scriptUrl,
    };
    const row = (id: 'embedElement' | 'embedLink', text: string) => {
      const label = words.t(`links.${id}`);
      const about = { id, text, label, hint: words.t(`links.${id}Hint`), copy: this.#onCopy };
      return codeRow({ ...about, action: `${words.t('links.copyCode')}: ${label}` }, this.#copier, words);
    };
    return html`<details>
      <summary>${words.t('links.embed')}</summary>
      <div>${row('embedElement', elementSnippet(source))} ${row('embedLink', linkSnippet(source))}</div>
    </details>`;
  }

  async #draw(link: string): Promise<void> {
    this.qr = { status: 'drawing' };
    try {
      this.qr = { status: 'drawn', of: link, drawing: await drawQr(link) };
    } catch {
      this.qr = { status: 'failed' };
    }
  }

  async #copy(id: string, text: string): Promise<void> {
    this.announcement = '';
    const outcome = await this.#copier.copy(id, text);
    if (outcome === 'copied') this.announcement = this.#words.t('links.copied');
    else this.#select(id);
  }

  #select(id: string): void {
    const control = this.shadowRoot?.getElementById(id);
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.focus();
  }

  readonly #onCopy = (id: string, text: string) => void this.#copy(id, text);

  readonly #onDownload = (drawing: QrDrawing) =>
    saveFile(`qr-${this.actionId}.svg`, 'image/svg+xml', qrFile(drawing));
}
