import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { isTextingKind, type ActionKind } from '../../../domain/action/action-kind.js';
import type { Strings } from '../../../i18n/words.js';
import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { danger } from '../../../styles/danger.styles.js';
import { field } from '../../../styles/field.styles.js';
import { notice } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { queryView } from '../../shared/query-view.js';
import { styles } from './action-editor.styles.js';
import { conflictPart } from './conflict-part.js';
import { contentPart } from './content-part.js';
import { DraftController } from './draft-controller.js';
import { chooseSide, isDirty, isReadOnly, settleConflict, type Draft } from './draft-state.js';
import type { EditorForm } from './editor-form.js';
import { editorWordSets } from './editor-words.js';
import { editorSkeleton } from './editor-skeleton.js';
import { FieldIssues } from './field-issues.js';
import { formSection } from './form-section.js';
import { kindPart } from './kind-parts.js';
import { lookupsQuery } from './lookups-query.js';
import { mediaPart } from './media-part.js';
import { PictureInput } from './picture-input.js';
import { placementPart } from './placement-part.js';
import { previewPart, type PreviewLanguage, type PreviewWidth } from './preview-part.js';
import { styles as previewStyles } from './preview.styles.js';
import { issueSummary, saveBar, stateNotice } from './save-part.js';
import { textingTips } from './texting-tips.js';

/**
 * Everything that an organizer writes about one action, with a preview of what volunteers will see. Drafts save
 * themselves; what is published is saved when somebody says so; what is typed is never lost to a newer version.
 *
 * @element action-editor
 * @csspart field - Label, hint, control and error of a field.
 * @csspart conflict - Both versions, when somebody else has saved in the meantime.
 * @csspart summary - What is wrong, after a save.
 * @csspart save-bar - Where saving stands, and the save button.
 * @csspart save - The save button.
 * @csspart notice - What is said about the state of the action, and failures.
 * @csspart retry - The button that loads again.
 * @csspart skeleton - What holds the place of the form while it loads.
 * @csspart unconnected - What holds its place while there is no client.
 * @fires {ActionManageRequestEvent} action-save-request - Before a save, also one by itself; cancel it to stop the save. The id is empty for what was never saved.
 * @fires {ActionManagedEvent} action-saved - After a save.
 * @fires {ClientFailedEvent} client-failed - Loading or saving failed.
 */
export class ActionEditorElement extends LitElement {
  static override styles = [tokens, base, button, danger, field, notice, styles, previewStyles];

  /** Which action to edit. Empty for a new one, and then set to its id once it has been saved. */
  @property({ attribute: 'action-id' }) actionId = '';

  /** What kind of action to begin, where there is no `action-id`. */
  @property() kind: ActionKind | '' = '';

  /** How long after the last key a draft is saved, in milliseconds. */
  @property({ attribute: false }) autosaveDelay = 1000;

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  @state() private isOwnLabel = false;
  @state() private previewWidth: PreviewWidth = 'phone';
  @state() private previewLanguage: PreviewLanguage | undefined;
  @state() private announcement = '';

  readonly #words = new WordsController(this, ...editorWordSets);
  readonly #draft = new DraftController(this);
  readonly #issues = new FieldIssues(this, this.#draft, this.#words);
  readonly #picture = new PictureInput(this, {
    about: () => this.#draft.opened,
    onPicture: (media) => this.#draft.edit({ media }),
  });
  readonly #lookups = lookupsQuery(this);
  #hadConflict = false;
  #wantedField: string | undefined;

  /** Whether something is typed here that the backend does not have. */
  get hasUnsavedChanges(): boolean {
    const { draft } = this.#draft;
    return draft !== undefined && isDirty(draft);
  }

  /** Saves what can be saved now. True when the backend then has everything that is typed. */
  save(): Promise<boolean> {
    return this.#draft.flush();
  }

  /** Saves a draft that is still waiting to be saved; leaves everything else to whoever asks. True when nothing is unsaved. */
  settle(): Promise<boolean> {
    return this.#draft.settle();
  }

  /** Gives up what is typed and not saved. */
  discard(): void {
    this.#draft.discard();
  }

  /** Takes the person to a field, by its name in the content, as soon as it is there; it says what is wrong with it. */
  focusField(name: string): void {
    this.#wantedField = name;
    this.#issues.touch(name);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { draft } = this.#draft;
    const isLoading = draft === undefined && this.actionId !== '';
    return html`
      <p class="visually-hidden" role="status">${this.announcement}</p>
      ${
        isLoading
          ? queryView(this.#draft.query, this.#words, { skeleton: editorSkeleton, ready: () => nothing })
          : nothing
      }
      ${draft === undefined ? nothing : this.#renderDraft(draft)}
    `;
  }

  protected override updated(): void {
    const hasConflict = this.#draft.draft?.conflict !== undefined;
    if (hasConflict && !this.#hadConflict) this.#focus('conflict-title');
    this.#hadConflict = hasConflict;
    if (this.#wantedField === undefined || this.#draft.draft === undefined) return;
    this.#focus(this.#wantedField);
    this.#wantedField = undefined;
  }

  #renderDraft(draft: Draft): TemplateResult {
    const form = this.#formOf(draft);
    const words = this.#words;
    return html`<div class="layout">
      <form novalidate aria-label=${words.t('editor.form')} @submit=${this.#onSubmit}>
        ${stateNotice(draft, words)}
        ${
          draft.conflict === undefined
            ? nothing
            : conflictPart(draft.content, draft.conflict, words, {
                choose: (side, name) => this.#draft.change(chooseSide(draft, side, name)),
                save: () => this.#onSettle(draft),
              })
        }
        ${
          this.#issues.summary === undefined
            ? nothing
            : issueSummary({ ...this.#issues.summary, goTo: (name) => this.#focus(name) }, words)
        }
        ${formSection(words, 'content', contentPart(form, { isOwn: this.isOwnLabel, chooseOwn: this.#onOwnLabel }))}
        ${formSection(words, draft.content.kind, kindPart(form))}
        ${isTextingKind(draft.content.kind) ? textingTips(words) : nothing}
        ${formSection(words, 'media', mediaPart(form, this.#picture))}
        ${formSection(words, 'placement', placementPart(form))} ${saveBar(draft, words)}
      </form>
      ${previewPart(draft, words, {
        width: this.previewWidth,
        language: this.previewLanguage ?? (/^es\b/i.test(words.language) ? 'es' : 'en'),
        onWidth: (width) => (this.previewWidth = width),
        onLanguage: (language) => (this.previewLanguage = language),
      })}
    </div>`;
  }

  #formOf(draft: Draft): EditorForm {
    return {
      content: draft.content,
      words: this.#words,
      isReadOnly: isReadOnly(draft),
      lookups: this.#lookups.value,
      errorOf: (name) => this.#issues.errorOf(name),
      edit: (patch) => this.#draft.edit(patch),
      touch: (name) => this.#issues.touch(name),
    };
  }

  #focus(id: string): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus());
  }

  readonly #onOwnLabel = (isOwn: boolean) => (this.isOwnLabel = isOwn);

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    this.announcement = '';
    const isComplete = await this.#issues.trySave();
    if (isComplete) this.announcement = this.#words.t('editor.announceSaved');
    else if (this.#issues.summary !== undefined) this.#focus('summary');
  };

  #onSettle(draft: Draft): void {
    this.#draft.change(settleConflict(draft));
    void this.#draft.flush();
    this.#focus('title');
  }
}
