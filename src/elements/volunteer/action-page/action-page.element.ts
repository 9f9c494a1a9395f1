import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import type { FeedAction } from '../../../contract/feed.js';
import { now } from '../../../controllers/clock.js';
import { watchSeen } from '../../../controllers/watch-seen.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { isPerform } from '../../../domain/perform/is-perform.js';
import { ActionOpenRequestEvent, type ActionPerformedEvent } from '../../../events/action-events.js';
import { emit } from '../../../events/event-families.js';
import type { Strings } from '../../../i18n/words.js';
import { actionBadges } from '../../shared/action-badges.js';
import { findIn } from '../../shared/find-in.js';
import { queryView } from '../../shared/query-view.js';
import { styles } from './action-page.styles.js';
import { Journey } from './journey.js';
import { otherActions } from './other-actions.js';
import { pageDetails } from './page-details.js';
import { pagePerforming } from './page-performing.js';
import { isUnavailable, PageQuery } from './page-query.js';
import { pageSkeleton } from './page-skeleton.js';
import { pageWords } from './page-words.js';
import { signIn } from './sign-in.js';
import { thanks } from './thanks.js';
import { unavailable } from './unavailable.js';

/**
 * One action from the first look to the next action, whatever its kind: by its id, or by the token of a link that
 * somebody has shared.
 *
 * @element action-page
 * @csspart page - Everything.
 * @csspart media - The picture.
 * @csspart badges - What is special about the action.
 * @csspart title - The heading.
 * @csspart description - What the action asks.
 * @csspart disclaimer - The tip at the bottom.
 * @csspart start - The start button.
 * @csspart sign-in - The button that asks the page around to sign somebody in.
 * @csspart back - The button that leads back to the description.
 * @csspart thanks - What is said once something was done.
 * @csspart others - Other actions.
 * @csspart other - The button of one of them.
 * @csspart notice - What is said when something is not possible.
 * @csspart retry - The button that tries again.
 * @cssprop [--action-page-width=44rem] - The width that lines don't exceed.
 * @fires {ActionStartRequestEvent} action-start-request - The start button was pressed; cancel it to stop the start.
 * @fires {ActionStartedEvent} action-started - The backend has recorded the start.
 * @fires {SignInRequestEvent} sign-in-request - Somebody must sign in first; cancel it to say that the page sees to it. Otherwise they can do so right here.
 * @fires {SignedInEvent} signed-in - Somebody has signed in right here.
 * @fires {ActionPerformedEvent} action-performed - Something was done, and is recorded or kept on the device.
 * @fires {ActionOpenRequestEvent} action-open-request - Another action was chosen; cancel it to open it elsewhere.
 * @fires {ActionSeenEvent} action-seen - The page was in view for a second, and that is recorded.
 * @fires {ClientFailedEvent} client-failed - Something could not be loaded or recorded.
 * @fires {LoadErrorEvent} load-error - The code of the element that performs this kind did not arrive.
 */
export class ActionPageElement extends LitElement {
  static override styles = styles;

  /** Which action to show. */
  @property({ attribute: 'action-id' }) actionId: string | undefined;

  /** The token of the link by which somebody came; enough on its own. */
  @property({ attribute: 'share-token' }) shareToken: string | undefined;

  /** The action as somebody has loaded it already: shown until a newer one is there. */
  @property({ attribute: false }) action: FeedAction | undefined;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  readonly #words = new WordsController(this, ...pageWords);
  readonly #query = new PageQuery(this, () => this.#done !== undefined);
  readonly #journey = new Journey(this);
  #target = '';
  #done: { readonly queued: boolean } | undefined;
  #focusOn: string | undefined;
  #isBroken = false;

  /** Loads everything again, for instance after somebody has signed in with the same client. */
  async reload(): Promise<void> {
    await Promise.all([this.#query.reload(), this.#journey.session.reload()]);
  }

  protected override firstUpdated(): void {
    void watchSeen(this, { action: () => this.#query.shown, shareToken: () => this.shareToken });
  }

  protected override willUpdate(): void {
    const { target, shown } = this.#query;
    if (target !== this.#target) this.#reset(target);
    else if (shown !== undefined && this.#journey.mayGoOn(shown)) this.#begin(shown);
  }

  protected override updated(): void {
    if (this.#focusOn === undefined) return;
    findIn(this, this.#focusOn)?.focus();
    this.#focusOn = undefined;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const isDone = this.#done !== undefined;
    return html`<div
      class="page stack"
      part="page"
      @action-performed=${this.#onPerformed}
      @signed-in=${this.#onSignedIn}
    >
      ${queryView<FeedAction>(this.#query, words, {
        skeleton: pageSkeleton,
        ready: (action) => this.#renderAction(action),
        failed: (error) => (isUnavailable(error) ? unavailable(words) : undefined),
      })}
      ${
        this.#query.wantsOthers
          ? otherActions(this.#query.others, { words, isDone, onOpen: this.#onOther })
          : nothing
      }
      <p class="visually-hidden" role="status">
        ${
          this.#done === undefined ? nothing : words.t(this.#done.queued ? 'page.waitingHint' : 'page.thanks')
        }
      </p>
    </div>`;
  }

  #renderAction(action: FeedAction): TemplateResult {
    const words = this.#words;
    const done = this.#done;
    const firstName = this.#journey.session.value?.firstName;
    return html`${actionBadges(action, words, { now: now(), waiting: done?.queued ?? false })}
      <h2 id="title" part="title" tabindex="-1" dir="auto">${action.content.title}</h2>
      ${this.#journey.step === 'performing' ? this.#renderPerforming(action) : this.#renderDetails(action)}
      ${done === undefined ? nothing : thanks(action, { words, firstName, queued: done.queued })}`;
  }

  #renderDetails(action: FeedAction): TemplateResult {
    const { client, strings } = this;
    const { start, step } = this.#journey;
    const words = this.#words;
    const signingIn = { client, strings, words, journey: this.#journey };
    return pageDetails(action, {
      words,
      isBroken: this.#isBroken,
      isStarting: start.isRunning,
      error: start.error,
      instead: step === 'sign-in' ? signIn(action, signingIn) : undefined,
      onStart: () => this.#begin(action),
      onBroken: this.#onBroken,
    });
  }

  #renderPerforming(action: FeedAction): TemplateResult {
    const { shareToken, client, strings } = this;
    return pagePerforming({
      ...{ action, shareToken, client, strings },
      words: this.#words,
      lazy: this.#journey.performing,
      onBack: this.#onBack,
    });
  }

  #reset(target: string): void {
    this.#target = target;
    this.#done = undefined;
    this.#isBroken = false;
    this.#query.forget();
    this.#journey.restart();
  }

  #begin(action: FeedAction): void {
    void this.#journey.begin(action).then((engagement) => {
      if (engagement !== undefined) this.#query.set({ ...action, engagement });
      this.#moveFocus(this.#journey.step === 'sign-in' ? '#sign-in' : '#performing');
    });
  }

  #moveFocus(to: string): void {
    this.#focusOn = to;
    this.requestUpdate();
  }

  readonly #onBack = () => {
    this.#journey.restart();
    this.#moveFocus('#title');
  };

  readonly #onOther = (action: FeedAction) => {
    const { id: actionId, content } = action;
    if (!emit(this, new ActionOpenRequestEvent({ actionId, kind: content.kind }))) return;
    this.shareToken = undefined;
    this.actionId = actionId;
    this.action = action;
    this.#moveFocus('#title');
  };

  readonly #onPerformed = ({ detail }: ActionPerformedEvent) => {
    if (detail.actionId !== this.#query.shown?.id) return;
    if (isPerform(detail)) this.#done = { queued: detail.queued };
    if (!detail.queued) void this.#query.reload();
    this.requestUpdate();
  };

  readonly #onSignedIn = () => void this.reload();

  readonly #onBroken = () => {
    this.#isBroken = true;
    this.requestUpdate();
  };
}
