import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import type { FeedAction } from '../../../contract/feed.js';
import type { SeenRecorder } from '../../../controllers/seen-recorder.js';
import { WordsController } from '../../../controllers/words-controller.js';
import type { ActionOpenRequestEvent, ActionPerformedEvent } from '../../../events/action-events.js';
import type { Strings } from '../../../i18n/words.js';
import { ActionOpener } from '../../shared/action-opener.js';
import { findIn } from '../../shared/find-in.js';
import { queryView } from '../../shared/query-view.js';
import { styles } from './action-feed.styles.js';
import { feedEmpty } from './feed-empty.js';
import { feedList } from './feed-list.js';
import { FeedPages } from './feed-pages.js';
import { FeedSearch } from './feed-search.js';
import { feedTools } from './feed-tools.js';
import { feedWords } from './feed-words.js';
import { KeepFocus } from './keep-focus.js';
import type { FeedView } from './load-feed.js';
import { moveInFeed } from './move-in-feed.js';

/**
 * The actions that a person can take: featured first, newest next, with search and a choice of kinds.
 *
 * @element action-feed
 * @slot heading - In place of the heading.
 * @slot header - Between the heading and the search.
 * @slot empty - In place of the words for a feed without actions.
 * @slot footer - Below the last action.
 * @csspart tools - Search and choice of kinds.
 * @csspart search - The search field.
 * @csspart kinds - The choice of kinds.
 * @csspart feed - The list.
 * @csspart article - One place in the list.
 * @csspart more - The button that loads more.
 * @csspart empty - What is said when there are no actions.
 * @csspart show-all - The button that takes search and kind away.
 * @csspart dialog - The dialog in which an action opens.
 * @csspart close - The button that closes it.
 * @csspart card - The frame of a card.
 * @csspart media - The picture of a card.
 * @csspart title - The title of a card.
 * @csspart start - The start button of a card.
 * @csspart notice - What is said when something did not load.
 * @csspart retry - The button that tries again.
 * @cssprop [--action-feed-gap=1.25rem] - Between two actions.
 * @fires {ActionOpenRequestEvent} action-open-request - Somebody wants to see an action; cancel it to open it elsewhere.
 * @fires {ActionSeenEvent} action-seen - Half of a card was in view for a second, and that is recorded.
 * @fires {ClientFailedEvent} client-failed - The feed could not be loaded.
 * @fires {LoadErrorEvent} load-error - The code of the page that opens did not arrive.
 */
export class ActionFeedElement extends LitElement {
  static override styles = styles;

  /** Which kinds to show, apart by spaces; all of them where it is empty. */
  @property() kind = '';

  /** Shows nothing but featured actions, without search. */
  @property({ type: Boolean, attribute: 'featured-only' }) featuredOnly = false;

  /** How many actions to load at a time, 1 to 100. */
  @property({ type: Number }) limit = 20;

  /** One below the other, or as many beside each other as there is room for. */
  @property({ reflect: true }) layout: 'list' | 'grid' = 'list';

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  /** How long to wait for the next letter before searching, in milliseconds. */
  @property({ attribute: false }) searchDelay = 250;

  readonly #words = new WordsController(this, ...feedWords);
  readonly #pages = new FeedPages(this);
  readonly #search = new FeedSearch(this, this.#pages);
  readonly #focus = new KeepFocus(this);
  readonly #page = new ActionOpener(this, this.#words, { onClosed: this.#focus.restore });
  readonly #waiting = new Set<string>();
  #announced: FeedView | undefined;
  #announcement = '';
  #recorder: Promise<SeenRecorder> | undefined;

  constructor() {
    super();
    this.addEventListener('action-performed', this.#onPerformed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind')) this.#search.limitTo(this.kind);
    if (changed.has('kind') || changed.has('featuredOnly')) this.#search.apply();
    this.#learn(this.#pages.query.value);
  }

  /** Loads the feed again, as far as it is shown. */
  reload(): Promise<void> {
    return this.#pages.query.reload();
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">
        <slot name="heading"><h2>${this.#words.t('feed.heading')}</h2></slot>
        <slot name="header"></slot>
        ${this.featuredOnly ? nothing : feedTools(this.#search, this.#words)}
        ${queryView(this.#pages.query, this.#words, {
          skeleton: html`<div class="feed">
            ${[1, 2, 3].map(() => html`<div class="skeleton ghost"></div>`)}
          </div>`,
          ready: (view) => this.#renderView(view),
        })}
        <slot name="footer"></slot>
        <p class="visually-hidden" role="status">${this.#announcement}</p>
      </div>
      ${this.#page.render()}`;
  }

  #renderView(view: FeedView): TemplateResult | typeof nothing {
    const pages = this.#pages;
    if (pages.isBehind && pages.query.isFailing) return nothing;
    if (view.items.length === 0)
      return feedEmpty(this.#words, { isNarrow: this.#search.isNarrow, onShowAll: this.#onShowAll });
    return feedList(view, {
      pages,
      words: this.#words,
      strings: this.strings,
      isWaiting: ({ id }) => this.#waiting.has(id),
      onSeen: this.#onSeen,
      onKey: this.#onKey,
      onOpen: this.#onOpen,
      onMore: this.#onMore,
    });
  }

  #learn(view: FeedView | undefined): void {
    if (view === undefined || view === this.#announced) return;
    this.#search.learn(view);
    if (view.total !== this.#announced?.total || view.filter !== this.#announced.filter)
      this.#announcement = this.#words.t('feed.count', { count: view.total });
    this.#announced = view;
  }

  readonly #onShowAll = () => {
    this.#search.clear();
    findIn(this, '#search')?.focus();
  };

  readonly #onKey = (event: KeyboardEvent) => {
    const target = moveInFeed(event, {
      articles: this.#focus.articles,
      before: findIn(this, '#search'),
      after: findIn(this, '[part="more"]') ?? findIn(this, '.end'),
    });
    if (target === null) return;
    event.preventDefault();
    target.focus();
  };

  readonly #onOpen = (event: ActionOpenRequestEvent) => {
    const action = this.#pages.query.value?.items.find(({ id }) => id === event.detail.actionId);
    if (action !== undefined) this.#page.follow(event, action);
  };

  readonly #onSeen = (action: FeedAction) => {
    this.#recorder ??= import('../../../controllers/seen-recorder.js').then(
      (code) => new code.SeenRecorder(this),
    );
    // Not counting a view is better than disturbing it.
    void this.#recorder.then(
      (recorder) => recorder.add(action),
      () => undefined,
    );
  };

  readonly #onMore = () => {
    const shown = this.#focus.articles.length;
    void this.#pages.loadMore().then((count) => {
      if (count === undefined) return;
      this.#announcement = this.#words.t('feed.loaded', { count });
      this.#focus.moveTo(shown);
    });
  };

  readonly #onPerformed = ({ detail: { actionId, queued } }: ActionPerformedEvent) => {
    this.#waiting[queued ? 'add' : 'delete'](actionId);
    if (queued) this.requestUpdate();
    else void this.reload();
  };
}
