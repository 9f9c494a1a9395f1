import { html, nothing, type TemplateResult } from 'lit';

import type { FieldIssue } from '../../../domain/values/field-issue-schema.js';
import { fieldOf } from '../../../domain/action/check-draft.js';
import { failureText } from '../../shared/failure-text.js';
import { notice } from '../../shared/notice.js';
import { isAutosaved, isDirty, isReadOnly, statusOf, type Draft } from './draft-state.js';
import type { EditorWords } from './editor-words.js';
import { fieldName } from './field-name.js';
import { issueText } from './issue-text.js';

/** Where saving stands, in words. */
export function savingText(draft: Draft, words: EditorWords): string {
  const { saving } = draft;
  if (saving.status === 'saving') return words.t('editor.saving');
  if (saving.status === 'failed') {
    const kept = isAutosaved(draft) && saving.error.isTransient;
    return kept
      ? words.t('editor.keptHere')
      : `${words.t('editor.notSaved')} ${failureText(words, saving.error)}`;
  }
  if (saving.status === 'saved') {
    const time = words.date(saving.at, { timeStyle: 'short' });
    if (!isDirty(draft)) return words.t('editor.savedAt', { time });
    return words.t(isAutosaved(draft) ? 'editor.savedExcept' : 'editor.unsaved', { time });
  }
  if (isDirty(draft)) return words.t('editor.unsaved');
  return draft.base === undefined ? words.t('editor.unwritten') : '';
}

/** The last line of the form: where saving stands, and the button that saves. */
export const saveBar = (draft: Draft, words: EditorWords): TemplateResult | typeof nothing =>
  isReadOnly(draft)
    ? nothing
    : html`<div class="save-bar" part="save-bar">
        <p class="saving ${draft.saving.status}">${savingText(draft, words)}</p>
        <button type="submit" class="button primary" part="save">
          ${words.t(isAutosaved(draft) ? 'editor.saveDraft' : 'editor.saveChanges')}
        </button>
      </div>`;

/** What the state of an action means for whoever edits it. */
export function stateNotice(draft: Draft, words: EditorWords): TemplateResult | typeof nothing {
  switch (statusOf(draft)) {
    case 'draft':
      return nothing;
    case 'published':
      return notice({ text: words.t('editor.live') });
    case 'scheduled':
      return notice({ text: words.t('editor.scheduled') });
    case 'closed':
      return notice({ text: words.t('editor.closed') });
    case 'deleted':
      return notice({ tone: 'warning', text: words.t('editor.deleted') });
  }
}

interface Summary {
  readonly issues: readonly FieldIssue[];
  readonly wasSaved: boolean;
  readonly goTo: (field: string) => void;
}

/** What is wrong, each with a way to its field. Focus comes here after a save that left something open. */
export const issueSummary = ({ issues, wasSaved, goTo }: Summary, words: EditorWords): TemplateResult => html`
  <div
    class="notice summary ${wasSaved ? 'warning' : 'danger'}"
    id="summary"
    part="summary"
    tabindex="-1"
    role="group"
  >
    <div>
      <p class="title">
        ${words.t(wasSaved ? 'editor.missingToPublish' : 'editor.missing', { count: issues.length })}
      </p>
      <ul>
        ${issues.map(
          (issue) =>
            html`<li>
              <button type="button" class="link" @click=${() => goTo(fieldOf(issue.path))}>
                ${fieldName(words, fieldOf(issue.path))}</button
              >: ${issueText(words, issue)}
            </li>`,
        )}
      </ul>
    </div>
  </div>
`;
