import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import type { FeedAction } from '../../../contract/feed.js';
import { PerformRecorder } from '../../../controllers/perform-recorder.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { linkHost, safeUrl } from '../../../domain/links/safe-url.js';
import type { Strings } from '../../../i18n/words.js';
import { notice } from '../../shared/notice.js';
import { recordView } from '../../shared/record-view.js';
import { OnReturn } from './on-return.js';
import { styles } from './open-webpage.styles.js';
import { webpageWords } from './webpage-words.js';

/** How far somebody has come: not yet gone, gone, back again, or back with an answer. */
type Visit = 'before' | 'away' | 'back' | 'finished' | 'not_finished';

/**
 * Leads to a page elsewhere: says where, opens it in a new tab, and asks on return whether it is done.
 *
 * @element open-webpage
 * @csspart panel - The frame around the link.
 * @csspart open - The link.
 * @csspart question - The question whether it is done.
 * @csspart yes - The button that says so.
 * @csspart no - The button that says not yet.
 * @csspart notice - What is said when something is not possible.
 * @csspart retry - The button that tries again.
 * @fires {ActionPerformedEvent} action-performed - It was opened or finished, and that is recorded or kept on the device.
 * @fires {ClientFailedEvent} client-failed - It could not be recorded.
 */
export class OpenWebpageElement extends LitElement {
  static override styles = styles;

  /** What to open: an action of the kind `open_webpage`. */
  @property({ attribute: false }) action: FeedAction | undefined;

  /** The token of the link by which somebody came. */
  @property({ attribute: false }) shareToken: string | undefined;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  readonly #words = new WordsController(this, ...webpageWords);
  readonly #recorder = new PerformRecorder(this);
  #visit: Visit = 'before';
  #actionId: string | undefined;

  constructor() {
    super();
    new OnReturn(this, () => {
      if (this.#visit === 'away') this.#become('back');
    });
  }

  protected override willUpdate(): void {
    if (this.action?.id === this.#actionId) return;
    this.#actionId = this.action?.id;
    this.#visit = 'before';
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.action?.content;
    if (content?.kind !== 'open_webpage') return nothing;
    const words = this.#words;
    const url = safeUrl(content.webLink);
    const host = linkHost(content.webLink);
    if (url === undefined || host === undefined)
      return notice({ title: words.t('webpage.unsafe'), text: words.t('webpage.unsafeHint') });
    return html`<div class="stack">
      <div class="panel" part="panel">
        <p class="leads">${words.t('webpage.leads', { host })}</p>
        <p class="muted">${words.t('webpage.leadsHint')}</p>
        <a
          class="button open ${this.#visit === 'before' ? 'primary' : ''}"
          part="open"
          href=${url}
          target="_blank"
          rel="noopener noreferrer"
          @click=${this.#onOpen}
          @auxclick=${this.#onMiddle}
          >${this.#visit === 'before' ? words.t('webpage.open', { host }) : words.t('webpage.again')}<span
            class="visually-hidden"
            >&nbsp;(${words.t('webpage.newTab')})</span
          ></a
        >
      </div>
      ${this.#visit === 'back' ? this.#renderQuestion() : nothing}
      <p role="status" class=${this.#said === '' ? 'visually-hidden' : ''}>${this.#said}</p>
      ${recordView(this.#recorder, {
        words,
        waiting: words.t('webpage.waiting'),
        failed: words.t('webpage.notRecorded'),
      })}
    </div>`;
  }

  #renderQuestion(): TemplateResult {
    return html`<section class="panel" part="question" aria-labelledby="question">
      <h3 id="question" tabindex="-1">${this.#words.t('webpage.question')}</h3>
      <div class="row">
        <button type="button" class="button primary" part="yes" @click=${() => this.#onAnswer('finished')}>
          ${this.#words.t('webpage.yes')}
        </button>
        <button type="button" class="button" part="no" @click=${() => this.#onAnswer('not_finished')}>
          ${this.#words.t('webpage.no')}
        </button>
      </div>
    </section>`;
  }

  get #said(): string {
    if (this.#visit === 'away') return this.#words.t('webpage.away');
    if (this.#visit === 'finished') return this.#words.t('webpage.finished');
    return this.#visit === 'not_finished' ? this.#words.t('webpage.notFinished') : '';
  }

  #record(outcome: 'opened' | 'finished' | 'not_finished'): void {
    if (this.action === undefined) return;
    void this.#recorder.record(this.action.id, { kind: 'open_webpage', outcome }, this.shareToken);
  }

  #become(visit: Visit): void {
    this.#visit = visit;
    this.requestUpdate();
  }

  readonly #onOpen = () => {
    this.#record('opened');
    this.#become('away');
  };

  readonly #onMiddle = (event: MouseEvent) => {
    if (event.button === 1) this.#onOpen();
  };

  #onAnswer(visit: 'finished' | 'not_finished'): void {
    this.#record(visit);
    this.#become(visit);
  }
}
