import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { getAction } from '../../../contract/calls/actions.js';
import type { Client } from '../../../contract/client.js';
import { now } from '../../../controllers/clock.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import { WordsController } from '../../../controllers/words-controller.js';
import type { Action } from '../../../domain/action/action-schema.js';
import { checkContent } from '../../../domain/action/check-content.js';
import { emit } from '../../../events/event-families.js';
import { ActionFieldRequestEvent } from '../../../events/field-events.js';
import type { Strings } from '../../../i18n/words.js';
import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { danger } from '../../../styles/danger.styles.js';
import { field } from '../../../styles/field.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { queryView } from '../../shared/query-view.js';
import '../share-options/share-options.js';
import { confirmDialog } from './confirm-dialog.js';
import { explainerStyles } from './explainer.styles.js';
import { explainerPart } from './explainer-part.js';
import { limitsPart } from './limits-part.js';
import { panelSkeleton } from './panel-skeleton.js';
import { problemPart } from './problem-part.js';
import { pickerStyles } from './picker.styles.js';
import { PublishForm } from './publish-form.js';
import { decideStep } from './publish-order.js';
import { PublishSteps } from './publish-steps.js';
import { choiceStyles } from './choice.styles.js';
import { styles } from './publish-panel.styles.js';
import { timeAndDialog } from './time-and-dialog.styles.js';
import { publishWordSets } from './publish-words.js';
import { missingPart, statusPart, stateText } from './status-view.js';
import { chosenStep, stepButtons } from './step-buttons.js';
import { whenPart } from './when-part.js';
import { whoPart } from './who-part.js';

/**
 * READY TO PUBLISH: what is missing, who will see an action and why, and the step itself: keep a draft, schedule, make
 * public (which asks twice), send privately, reopen. What is chosen survives failures and newer versions.
 *
 * @element publish-panel
 * @csspart heading - Where the action stands.
 * @csspart badge - The same in a word or two.
 * @csspart missing - What stands between the action and publishing.
 * @csspart picker - A searchable list of lists, folders, people or districts.
 * @csspart expansion - The lists that the chosen folders stand for.
 * @csspart field - Label, hint, control and error of a field.
 * @csspart readout - The chosen time in words.
 * @csspart explainer - Who will see it, rule by rule.
 * @csspart steps - The buttons.
 * @csspart publish - The button for what is chosen.
 * @csspart save - The button that saves without publishing.
 * @csspart unschedule - The button that takes the publish time away.
 * @csspart reopen - The button that reopens a closed action.
 * @csspart dialog - The second step before making an action public.
 * @csspart confirm - The button in it.
 * @csspart notice - What went wrong.
 * @csspart retry - A button that loads again.
 * @csspart skeleton - What holds the place of the panel while it loads.
 * @csspart unconnected - What holds its place while there is no client.
 * @fires {ActionManageRequestEvent} action-publish-request - Before an action is made public; cancelable. So are `action-send-request`, `action-schedule-request`, `action-unschedule-request`, `action-save-request` and `action-reopen-request`.
 * @fires {ActionManagedEvent} action-published - After it was made public. So are `action-sent`, `action-scheduled`, `action-unscheduled`, `action-saved` and `action-reopened`.
 * @fires {ActionFieldRequestEvent} action-field-request - Somebody wants to fill in a missing field.
 * @fires {ClientFailedEvent} client-failed - Loading or a step failed.
 */
export class PublishPanelElement extends LitElement {
  static override styles = [
    danger,
    tokens,
    base,
    button,
    field,
    notice,
    choiceStyles,
    pickerStyles,
    timeAndDialog,
    explainerStyles,
    styles,
  ];

  @property({ attribute: 'action-id' }) actionId = '';

  /** The action itself, where the page has it: shown at once, and replaced by newer versions as they come. */
  @property({ attribute: false }) action: Action | undefined;

  /** Leaves out the buttons that ask for a missing field, for pages that have no editor to answer with. */
  @property({ type: Boolean, attribute: 'without-field-links' }) withoutFieldLinks = false;

  /** Leaves the share options out, for pages that show them elsewhere. */
  @property({ type: Boolean, attribute: 'without-sharing' }) withoutSharing = false;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #words = new WordsController(this, ...publishWordSets);
  readonly #query = new ClientQuery(
    this,
    (client, [id = ''], signal) => client.call(getAction, { id }, { signal }),
    () => [this.#id === '' ? undefined : this.#id] as const,
    { reloadOn: ({ topic, actionId }) => topic === 'actions' && actionId === this.#id },
  );
  readonly #form = new PublishForm(this, this.#words, () => this.#current);
  readonly #steps = new PublishSteps(this, {
    form: this.#form,
    words: this.#words,
    action: () => this.#current,
    land: (action) => this.#query.set(action),
    reload: () => this.#query.reload(),
    focus: (id) => void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus()),
    ask: () => this.dialog?.showModal(),
  });
  #shown: Action | undefined;

  get #id(): string {
    return this.actionId === '' ? (this.action?.id ?? '') : this.actionId;
  }

  /** The newest version that is known. */
  get #current(): Action | undefined {
    const [given, loaded] = [this.action, this.#query.value].map((known) =>
      known?.id === this.#id ? known : undefined,
    );
    if (given === undefined || loaded === undefined) return given ?? loaded;
    return given.version > loaded.version ? given : loaded;
  }

  protected override willUpdate(): void {
    const action = this.#current;
    const shown = this.#shown;
    this.#shown = action;
    if (shown === undefined || shown === action) return;
    if (shown.id !== action?.id) {
      this.#form.reset();
      this.#steps.reset();
    } else if (shown.status !== action.status && !this.#steps.isRunning) {
      // Somebody else, or the clock, has moved it on. What is done here is announced in its own words.
      this.#steps.announce(this.#words.t('publish.became', { status: stateText(this.#words, action) }));
    }
  }

  protected override render(): TemplateResult {
    const action = this.#current;
    return html`
      <p class="visually-hidden" role="status">${this.#steps.announcement}</p>
      ${
        action === undefined
          ? queryView(this.#query, this.#words, { skeleton: panelSkeleton, ready: () => nothing })
          : this.#renderPanel(action)
      }
    `;
  }

  #renderPanel(action: Action): TemplateResult {
    const words = this.#words;
    const { error } = this.#steps;
    const isOpen = action.status !== 'closed' && action.status !== 'deleted';
    return html`<section class="panel" aria-labelledby="heading">
      ${statusPart(action, words, this.#form.zone)}
      ${error === undefined ? nothing : problemPart(error, action, words)}
      ${
        isOpen
          ? missingPart(
              {
                issues: checkContent(action.content),
                goTo: this.withoutFieldLinks ? undefined : this.#onField,
              },
              words,
            )
          : nothing
      }
      ${isOpen ? this.#renderForm(action) : this.#renderReopen(action)}
      ${
        action.status === 'published' && !this.withoutSharing
          ? html`<share-options
              class="sharing"
              action-id=${action.id}
              .client=${this.client}
              .strings=${this.strings}
            ></share-options>`
          : nothing
      }
    </section>`;
  }

  #renderForm(action: Action): TemplateResult | typeof nothing {
    const [form, words] = [this.#form, this.#words];
    const { choices } = form;
    if (choices === undefined) return nothing;
    const options = { action, choices, form, words, now: now(), errors: this.#steps.timeErrors };
    const { value, isUpdating } = form.explanation;
    return html`<div class="layout">
        <div class="form">
          ${whoPart(options)} ${limitsPart(options)}
          ${action.status === 'published' ? nothing : whenPart(options)}
          ${stepButtons({ ...options, isRunning: this.#steps.isRunning, take: this.#steps.press })}
        </div>
        ${explainerPart(options)}
      </div>
      ${confirmDialog({ count: isUpdating ? undefined : value?.total, confirm: this.#onConfirm }, words)}`;
  }

  #renderReopen(action: Action): TemplateResult | typeof nothing {
    if (!decideStep(action, { to: 'reopen' }, now()).ok) return nothing;
    return html`<div>
      <button
        type="button"
        class="button primary"
        part="reopen"
        @click=${() => this.#steps.press({ to: 'reopen' })}
      >
        ${this.#words.t('publish.do.reopen')}
      </button>
    </div>`;
  }

  readonly #onConfirm = () => {
    const action = this.#current;
    const { choices } = this.#form;
    const step = action && choices && chosenStep(action, choices, this.#form);
    if (step !== undefined) void this.#steps.take(step);
  };

  readonly #onField = (name: string) =>
    void emit(this, new ActionFieldRequestEvent({ actionId: this.#id, field: name }));
}
