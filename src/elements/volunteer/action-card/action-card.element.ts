import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import { getFeedAction, type FeedAction } from '../../../contract/calls/feed.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import { watchSeen } from '../../../controllers/watch-seen.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { ActionOpenRequestEvent, type ActionPerformedEvent } from '../../../events/action-events.js';
import { emit } from '../../../events/event-families.js';
import type { Strings } from '../../../i18n/words.js';
import { ActionOpener } from '../../shared/action-opener.js';
import { queryView } from '../../shared/query-view.js';
import { styles } from './action-card.styles.js';
import { cardSkeleton } from './card-skeleton.js';
import { cardView } from './card-view.js';
import { cardWords } from './card-words.js';
import { ClippedText } from './clipped-text.js';

/**
 * One action that a volunteer can take: what it asks, and the button that opens it.
 *
 * @element action-card
 * @slot badge - Shown beside the badges.
 * @csspart card - The frame.
 * @csspart media - The picture, or the drawing in its place.
 * @csspart badges - What is special about the action.
 * @csspart title - The heading.
 * @csspart description - What the action asks.
 * @csspart disclaimer - The tip at the bottom.
 * @csspart start - The start button.
 * @csspart more - The button that shows all of a long text.
 * @csspart dialog - The dialog in which the action opens.
 * @csspart close - The button that closes it.
 * @csspart notice - What is said in place of the card when it did not load.
 * @csspart retry - The button that tries again.
 * @cssprop [--action-card-padding=1.125rem 1.25rem 1.25rem] - Inner padding.
 * @fires {ActionOpenRequestEvent} action-open-request - The start button was pressed; cancel it to open the action elsewhere.
 * @fires {ActionSeenEvent} action-seen - Half of the card was in view for a second, and that is recorded.
 * @fires {ClientFailedEvent} client-failed - The action could not be loaded.
 * @fires {LoadErrorEvent} load-error - The code of the page that opens did not arrive.
 */
export class ActionCardElement extends LitElement {
  static override styles = styles;

  /** Which action to load. */
  @property({ attribute: 'action-id' }) actionId: string | undefined;

  /** The action itself, where somebody has loaded it already. */
  @property({ attribute: false }) action: FeedAction | undefined;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  /** Whether the card itself opens the action when nobody cancels the request. A feed opens it for its cards. */
  @property({ attribute: false }) opensInPlace = true;

  /** Told that the card was seen, instead of the backend. A feed gathers what its cards tell. */
  @property({ attribute: false }) seenBy: ((action: FeedAction) => void) | undefined;

  /** Level of the title among the headings of the page, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Whether what the person did waits on this device for the network. */
  @property({ type: Boolean, reflect: true }) waiting = false;

  readonly #words = new WordsController(this, ...cardWords);
  readonly #loaded = new ClientQuery(
    this,
    (client, [id], signal) => client.call(getFeedAction, { id: id ?? '' }, { signal }),
    () => [this.action === undefined ? this.actionId : undefined],
    { reloadOn: ({ topic }) => topic === 'actions' },
  );
  readonly #page = new ActionOpener(this, this.#words);
  readonly #text = new ClippedText(this);
  #shownId: string | undefined;
  #isOpened = false;
  #isBroken = false;

  constructor() {
    super();
    this.addEventListener('action-performed', this.#onPerformed);
  }

  protected override firstUpdated(): void {
    void watchSeen(this, { action: () => this.#action, seenBy: () => this.seenBy });
  }

  protected override willUpdate(): void {
    const id = this.#action?.id;
    if (id === this.#shownId) return;
    this.#shownId = id;
    this.#isOpened = false;
    this.#isBroken = false;
  }

  protected override render(): TemplateResult {
    const { action } = this;
    return html`${
      action === undefined
        ? queryView(this.#loaded, this.#words, {
            skeleton: cardSkeleton,
            ready: (loaded) => this.#renderCard(loaded),
          })
        : this.#renderCard(action)
    }
    ${this.opensInPlace ? this.#page.render() : nothing}`;
  }

  get #action(): FeedAction | undefined {
    return this.action ?? this.#loaded.value;
  }

  #renderCard(action: FeedAction): TemplateResult {
    return cardView(action, {
      words: this.#words,
      headingLevel: this.headingLevel,
      waiting: this.waiting,
      isClipped: this.#text.isClipped,
      isOpened: this.#isOpened,
      isBroken: this.#isBroken,
      onMore: this.#onMore,
      onBroken: this.#onBroken,
      onOpen: () => this.#onOpen(action),
    });
  }

  #onOpen(action: FeedAction): void {
    const event = new ActionOpenRequestEvent({ actionId: action.id, kind: action.content.kind });
    emit(this, event);
    if (this.opensInPlace) this.#page.follow(event, action);
  }

  readonly #onPerformed = ({ detail }: ActionPerformedEvent) => {
    if (detail.actionId === this.#action?.id) this.waiting = detail.queued;
    if (!detail.queued && this.action === undefined) void this.#loaded.reload();
  };

  readonly #onMore = () => {
    this.#isOpened = !this.#isOpened;
    this.requestUpdate();
  };

  readonly #onBroken = () => {
    this.#isBroken = true;
    this.requestUpdate();
  };
}
