import { LitElement, html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import { now } from '../../../controllers/clock.js';
import { WordsController } from '../../../controllers/words-controller.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { Action } from '../../../domain/action/action-schema.js';
import type { ActionFieldRequestEvent } from '../../../events/field-events.js';
import type { ActionManagedEvent } from '../../../events/manage-events.js';
import type { ManagerView } from '../../../events/manager-events.js';
import type { Strings } from '../../../i18n/words.js';
import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { confirmation } from '../../../styles/confirmation.styles.js';
import { danger } from '../../../styles/danger.styles.js';
import { field } from '../../../styles/field.styles.js';
import { notice as noticeStyles } from '../../../styles/notice.styles.js';
import { popMenu } from '../../../styles/pop-menu.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { Confirmation } from '../../shared/confirmation.js';
import { PopMenu } from '../../shared/pop-menu.js';
import type { ActionEditorElement } from '../action-editor/action-editor.js';
import { ActionListController } from './action-list-controller.js';
import { styles } from './action-manager.styles.js';
import { actionView } from './action-view.js';
import { askToLeave } from './ask-first.js';
import { commandFailure } from './command-failure.js';
import { createMenu, kindChoice } from './create-menu.js';
import { listView } from './list-view.js';
import { manageMenu } from './manage-menu.js';
import { ManagerCommands } from './manager-commands.js';
import { ManagerNavigation } from './manager-navigation.js';
import { ManagerPanels } from './manager-panels.js';
import { actionQuery, sessionQuery } from './manager-queries.js';
import { managerWordSets } from './manager-words.js';
import { styles as tableStyles } from './table.styles.js';
import { styles as wideStyles } from './wide-table.styles.js';

/**
 * The ACTIONS tab: all actions or those of one kind, everything that can be done with them, and each of them as views
 * that a page can link to.
 *
 * @element action-manager
 * @csspart heading - The heading of the list or of one action.
 * @csspart table - The table of actions.
 * @csspart title - The title of an action in the table.
 * @csspart more - The button that loads more.
 * @csspart empty - What is said where there is nothing.
 * @csspart back - The way back to the list.
 * @csspart notice - What is said about a failure.
 * @csspart retry - The button that tries again.
 * @csspart skeleton - What holds the place of the list while it loads.
 * @csspart unconnected - What holds its place while there is no client.
 * @fires {ManagerNavigateRequestEvent} manager-navigate-request - Somebody goes somewhere; cancel it to go there by other means.
 * @fires {ManagerNavigatedEvent} manager-navigated - Something else is shown now.
 * @fires {ActionManageRequestEvent} action-copy-request - Before a copy; likewise feature, close, reopen and delete.
 * @fires {ActionManagedEvent} action-copied - After a copy; likewise featured, closed, reopened and deleted.
 * @fires {ClientFailedEvent} client-failed - Loading or a change failed.
 * @fires {LoadErrorEvent} load-error - The code of a view did not arrive.
 */
export class ActionManagerElement extends LitElement {
  static override styles = [
    tokens,
    base,
    button,
    field,
    noticeStyles,
    danger,
    popMenu,
    confirmation,
    styles,
    tableStyles,
    wideStyles,
  ];

  /** Shows actions of this kind alone, and creates only such. */
  @property() kind: ActionKind | '' = '';

  /** What to show: the list, or one side of the action that `action-id` names. */
  @property({ reflect: true }) view: ManagerView = 'list';

  /** The action to show. Empty in the list, and for a new action in the view `edit`. */
  @property({ attribute: 'action-id', reflect: true }) actionId = '';

  /** How long after the last key a search begins, in milliseconds. */
  @property({ attribute: false }) searchDelay = 250;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  @query('action-editor') private readonly editor!: ActionEditorElement | null;
  @state() private announcement = '';
  @state() private newKind: ActionKind | '' = '';

  readonly #words = new WordsController(this, ...managerWordSets);
  readonly #confirmation = new Confirmation(this);
  readonly #navigation = new ManagerNavigation(this, {
    mayLeave: () => this.#mayLeave(),
    arrived: () => this.#onArrived(),
  });
  readonly #list = new ActionListController(this);
  readonly #session = sessionQuery(this);
  readonly #action = actionQuery(this, () => this.#navigation.shown.actionId);
  readonly #menus = new PopMenu(this);
  readonly #panels = new ManagerPanels(this);
  #wantedField: string | undefined;
  readonly #commands = new ManagerCommands(this, {
    words: this.#words,
    confirmation: this.#confirmation,
    navigation: this.#navigation,
    announce: (text) => (this.announcement = text),
  });

  protected override render(): TemplateResult {
    return html`
      <p class="visually-hidden" role="status">${this.announcement}</p>
      ${commandFailure(this.#commands, this.#words)}
      <div @action-saved=${this.#onSaved} @action-field-request=${this.#onField}>${this.#renderView()}</div>
      ${this.#confirmation.render()}
    `;
  }

  protected override updated(): void {
    if (this.#wantedField === undefined || this.#navigation.shown.view !== 'edit' || this.editor === null)
      return;
    this.editor.focusField(this.#wantedField);
    this.#wantedField = undefined;
  }

  #renderView(): TemplateResult {
    const route = this.#navigation.shown;
    const kinds = this.#session.value?.campaign.kinds;
    const create = { words: this.#words, kind: this.kind, kinds, create: this.#onCreate };
    if (route.view === 'list') {
      return listView(this.#list, this.#words, {
        heading: this.#words.t(this.kind === '' ? 'manager.title' : `kind.${this.kind}`),
        createMenu: createMenu(this.#menus, create),
        showsKind: this.kind === '',
        menuOf: this.#menuOf,
        open: (action) => this.#go('edit', action.id),
      });
    }
    const newKind = this.newKind === '' ? this.kind : this.newKind;
    if (route.actionId === '' && newKind === '') return kindChoice(create, () => this.#go('list'));
    return actionView(this.#words, {
      route,
      newKind,
      query: this.#action,
      panels: this.#panels,
      host: this,
      menuOf: this.#menuOf,
      go: (view) => this.#go(view, route.actionId),
    });
  }

  readonly #menuOf = (action: Action): TemplateResult =>
    manageMenu(this.#menus, action, {
      words: this.#words,
      now: now(),
      isInside: this.#navigation.shown.view !== 'list',
      run: (command) => void this.#commands.run(command, action),
    });

  #go(view: ManagerView, actionId = ''): void {
    this.announcement = '';
    this.#navigation.go({ view, actionId: view === 'list' ? '' : actionId });
  }

  #mayLeave(): boolean | Promise<boolean> {
    const { editor } = this;
    return editor?.hasUnsavedChanges === true ? askToLeave(this.#confirmation, this.#words, editor) : true;
  }

  readonly #onCreate = (kind: ActionKind) => {
    this.newKind = kind;
    this.#go('edit');
  };

  readonly #onSaved = ({ detail }: ActionManagedEvent) => {
    const { view, actionId } = this.#navigation.shown;
    if (view === 'edit' && actionId === '') this.#navigation.rename(detail.actionId);
  };

  /** Focus goes to what somebody came for: a field that a panel has named, else the heading. */
  #onArrived(): void {
    if (this.#wantedField === undefined) this.shadowRoot?.getElementById('heading')?.focus();
    else this.requestUpdate();
  }

  readonly #onField = (event: ActionFieldRequestEvent) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.#wantedField = event.detail.field;
    this.#go('edit', event.detail.actionId);
  };
}
