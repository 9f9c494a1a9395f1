import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import { isAbort } from '../../../contract/client-error.js';
import type { FeedAction } from '../../../contract/feed.js';
import { PerformRecorder } from '../../../controllers/perform-recorder.js';
import { TextCopier } from '../../../controllers/text-copier.js';
import { WordsController } from '../../../controllers/words-controller.js';
import type { ContentOf } from '../../../domain/action/action-schema.js';
import type { PerformResult } from '../../../domain/perform/perform-schema.js';
import type { Network } from '../../../domain/sharing/network.js';
import { offeredNetworks } from '../../../domain/sharing/offered-networks.js';
import { joinMessage } from '../../../domain/sharing/share-message.js';
import { emit } from '../../../events/event-families.js';
import { ActionShareRequestEvent } from '../../../events/share-events.js';
import type { Strings } from '../../../i18n/words.js';
import { findIn } from '../../shared/find-in.js';
import { recordView } from '../../shared/record-view.js';
import { messagePart } from './message-part.js';
import { networkPart } from './network-part.js';
import { otherWays } from './other-ways.js';
import { PersonalLink } from './personal-link.js';
import { QrCode } from './qr-code.js';
import { outcomeText, textToCopy, type ShareOutcome } from './share-outcome.js';
import { shareWords } from './share-words.js';
import { styles } from './social-share.styles.js';

type Outcome = Extract<PerformResult, { kind: 'social_sharing' }>['outcome'];

/**
 * Passing something on: a message to change at will, the person's own link, and where to share them. What is recorded is
 * where and how, never what was written.
 *
 * @element social-share
 * @csspart message - The field with the message.
 * @csspart counts - How much more each network takes.
 * @csspart reset - The button that brings the suggested message back.
 * @csspart link - The link.
 * @csspart networks - The list of networks.
 * @csspart network - The link to one network.
 * @csspart native - The button of the device's share menu.
 * @csspart copy - The button that copies message and link.
 * @csspart copy-link - The button that copies the link.
 * @csspart qr-toggle - The button that shows the QR code.
 * @csspart qr - The QR code.
 * @csspart outcome - What became of the last attempt.
 * @csspart to-copy - The text, where copying was not allowed.
 * @csspart notice - What is said when it could not be recorded.
 * @csspart retry - The button that tries again.
 * @fires {ActionShareRequestEvent} action-share-request - A way to share was chosen; cancel it to share in another way.
 * @fires {ActionPerformedEvent} action-performed - Sharing was recorded, or is kept on the device.
 * @fires {ClientFailedEvent} client-failed - It could not be recorded.
 */
export class SocialShareElement extends LitElement {
  static override styles = styles;

  /** What to share: an action of the kind `social_sharing`. */
  @property({ attribute: false }) action: FeedAction | undefined;

  /** The token of the link by which somebody came. */
  @property({ attribute: false }) shareToken: string | undefined;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  readonly #words = new WordsController(this, ...shareWords);
  readonly #link = new PersonalLink(this);
  readonly #recorder = new PerformRecorder(this);
  readonly #copier = new TextCopier(this);
  readonly #qr = new QrCode(this);
  #own: { readonly actionId: string; readonly text: string } | undefined;
  #outcome: ShareOutcome | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const content = this.action?.content;
    if (content?.kind !== 'social_sharing') return nothing;
    const words = this.#words;
    const link = this.#link.url;
    const text = this.#textOf(content);
    const networks = offeredNetworks(content.networks);
    return html`<div class="share stack">
      ${messagePart({
        ...{ words, text, link, networks },
        isEdited: text !== content.sampleMessage,
        onInput: this.#onInput,
        onReset: this.#onReset,
      })}
      ${this.#renderLink(link)}
      ${networkPart({
        words,
        networks,
        input: { text, link, title: content.title },
        onPress: this.#onNetwork,
      })}
      ${otherWays({
        words,
        qr: this.#qr,
        link,
        onNative: () => void this.#onNative(text, link),
        onCopy: () => void this.#onCopy(joinMessage(text, link)),
        onQr: () => this.#onQr(link),
      })}
      <p class=${this.#outcome ? 'outcome' : 'visually-hidden'} part="outcome" role="status">
        ${this.#outcome ? outcomeText(words, this.#outcome) : nothing}
      </p>
      ${textToCopy(words, this.#outcome)}
      ${recordView(this.#recorder, {
        words,
        waiting: words.t('share.waiting'),
        failed: words.t('share.notCounted'),
      })}
    </div>`;
  }

  #renderLink(link: string): TemplateResult {
    const words = this.#words;
    if (link === '') return html`<p class="muted">${words.t('share.noLink')}</p>`;
    return html`<section class="part" aria-labelledby="link-label">
      <h3 id="link-label">${words.t('share.link')}</h3>
      <div class="link">
        <a part="link" href=${link} target="_blank" rel="noopener noreferrer">${link}</a>
        <button type="button" class="button small" part="copy-link" @click=${() => void this.#onCopy(link)}>
          ${words.t('share.copyLink')}
        </button>
      </div>
    </section>`;
  }

  /** The person's own words for this action; until there are any, the suggested ones, which stay as they are. */
  #textOf({ sampleMessage }: ContentOf<'social_sharing'>): string {
    return this.#own !== undefined && this.#own.actionId === this.action?.id ? this.#own.text : sampleMessage;
  }

  #ask(network: Network): boolean {
    const { action } = this;
    return action !== undefined && emit(this, new ActionShareRequestEvent({ actionId: action.id, network }));
  }

  #record(network: Network, outcome: Outcome): void {
    const { action } = this;
    if (action?.content.kind !== 'social_sharing') return;
    const edited = this.#textOf(action.content) !== action.content.sampleMessage;
    const result = { kind: 'social_sharing', network, outcome, edited } as const;
    void this.#recorder.record(action.id, result, this.shareToken);
  }

  #say(outcome: ShareOutcome | undefined): void {
    this.#outcome = outcome;
    this.requestUpdate();
  }

  readonly #onInput = (text: string) => {
    this.#own = { actionId: this.action?.id ?? '', text };
    this.requestUpdate();
  };

  readonly #onReset = () => {
    this.#own = undefined;
    this.requestUpdate();
    findIn(this, '#message')?.focus();
  };

  readonly #onNetwork = (event: Event, network: Network) => {
    if (!this.#ask(network)) {
      event.preventDefault();
      return;
    }
    this.#record(network, 'opened');
    this.#say({ did: 'opened', network });
  };

  async #onNative(text: string, link: string): Promise<void> {
    if (!this.#ask('native')) return;
    try {
      await navigator.share(link === '' ? { text } : { text, url: link });
    } catch (error) {
      const isCancelled = isAbort(error);
      if (isCancelled) this.#record('native', 'cancelled');
      this.#say({ did: isCancelled ? 'cancelled' : 'native-failed' });
      return;
    }
    this.#record('native', 'shared');
    this.#say({ did: 'shared' });
  }

  async #onCopy(text: string): Promise<void> {
    if (!this.#ask('copy')) return;
    if ((await this.#copier.copy('share', text)) === 'copied') {
      this.#record('copy', 'copied');
      this.#say({ did: 'copied' });
      return;
    }
    this.#say({ did: 'copy-failed', text });
    await this.updateComplete;
    const field = findIn(this, '#to-copy');
    if (field instanceof HTMLTextAreaElement) field.select();
  }

  #onQr(link: string): void {
    if (this.#qr.isShown) this.#qr.hide();
    else if (this.#ask('qr')) {
      this.#record('qr', 'opened');
      void this.#qr.show(link);
    }
  }
}
