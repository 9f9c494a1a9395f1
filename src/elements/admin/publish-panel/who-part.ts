import { html, nothing, type TemplateResult } from 'lit';

import type { Action } from '../../../domain/action/action-schema.js';
import { decideTransition } from '../../../domain/action/lifecycle.js';
import { failureText } from '../../shared/failure-text.js';
import { isOut, type Choices } from './choices.js';
import { pickerView } from './picker-view.js';
import type { PublishForm } from './publish-form.js';
import type { PublishWords } from './publish-words.js';
import { listOf } from '../../../i18n/list-of.js';

export interface ChoiceOptions {
  readonly action: Action;
  readonly choices: Choices;
  readonly form: PublishForm;
  readonly words: PublishWords;
}

/** Why a public action can't be private again, in the words of the rule itself; `undefined` while it still can. */
function whyNotPrivate(action: Action, words: PublishWords): string | undefined {
  const decision = decideTransition(action, { to: 'publish', visibility: 'private' }, new Date(0));
  return !decision.ok && decision.reason === 'public-stays-public'
    ? words.t('refusal.public-stays-public')
    : undefined;
}

/** Public or private, and whom it is sent to. */
export function whoPart(options: ChoiceOptions): TemplateResult {
  const { action, choices, form, words } = options;
  const reason = whyNotPrivate(action, words);
  const radio = (value: Choices['who'], why?: string) =>
    html`<label class="option">
      <input
        type="radio"
        id="who-${value}"
        name="who"
        .value=${value}
        aria-describedby="who-${value}-hint"
        .checked=${choices.who === value}
        ?disabled=${why !== undefined}
        @change=${() => form.edit({ who: value })}
      />
      <span>
        <span class="option-name">${words.t(`publish.who.${value}`)}</span>
        <span class="hint" id="who-${value}-hint">${why ?? words.t(`publish.who.${value}Hint`)}</span>
      </span>
    </label>`;
  return html`<fieldset class="part">
      <legend>${words.t('publish.who')}</legend>
      <div class="pair">${radio('public')} ${radio('private', reason)}</div>
    </fieldset>
    ${choices.who === 'private' || action.visibility === 'public' ? recipientsPart(options) : nothing}`;
}

function recipientsPart({ action, choices, form, words }: ChoiceOptions): TemplateResult {
  const more = action.visibility === 'public' ? 'publish.recipientsPublic' : 'publish.recipientsMore';
  const none = words.t('publish.none');
  const picker = (name: 'lists' | 'folders' | 'users') =>
    pickerView({ name, picker: form.pickers[name], none }, words);
  return html`<fieldset class="part">
    <legend>${words.t(isOut(action) ? more : 'publish.recipients')}</legend>
    ${action.visibility === 'public' ? html`<p class="hint">${words.t('publish.recipientsPublicHint')}</p>` : nothing}
    ${isOut(action) ? sentBefore(action, form, words) : nothing}
    <div class="pickers">${picker('lists')} ${picker('folders')} ${picker('users')}</div>
    ${choices.folderIds.length === 0 ? nothing : expansion(choices, form, words)}
    ${
      form.reach === undefined || form.reach === 0 || isOut(action)
        ? nothing
        : html`<p class="reach">${words.t('publish.reach', { count: form.reach })}</p>`
    }
  </fieldset>`;
}

function sentBefore({ audience }: Action, { pickers }: PublishForm, words: PublishWords) {
  const names = [
    ...audience.listIds.map((id) => pickers.lists.find(id)?.name),
    ...audience.userIds.map((id) => pickers.users.find(id)?.name),
  ].filter((name) => name !== undefined);
  return names.length === 0
    ? nothing
    : html`<p class="hint">${words.t('publish.sentBefore', { names: listOf(words.language, names) })}</p>`;
}

/** What the chosen folders stand for, so that nobody is surprised by whom it goes to. */
function expansion({ folderIds }: Choices, form: PublishForm, words: PublishWords): TemplateResult {
  const { folders, pickers } = form;
  const listNames = (id: string) =>
    (folders?.get(id) ?? []).map(({ name, count }) => words.t('publish.expansionList', { name, count }));
  return html`<div class="expansion" part="expansion" aria-live="polite">
    <p class="hint">${words.t('publish.expansion')}</p>
    ${
      folders === undefined
        ? foldersPlace(form, words)
        : html`<ul>
            ${folderIds.map((id) => {
              const folder = pickers.folders.find(id)?.name ?? words.t('publish.unknown', { id });
              const lists = listNames(id);
              return html`<li>
                ${
                  lists.length === 0
                    ? words.t('publish.expansionEmpty', { folder })
                    : words.t('publish.expansionOf', { folder, lists: listOf(words.language, lists) })
                }
              </li>`;
            })}
          </ul>`
    }
  </div>`;
}

const foldersPlace = ({ foldersError, retryFolders }: PublishForm, words: PublishWords): TemplateResult =>
  foldersError === undefined
    ? html`<p class="muted">${words.t('common.loading')}</p>`
    : html`<div class="row">
        <p>${failureText(words, foldersError)}</p>
        <button type="button" class="button small" @click=${retryFolders}>${words.t('common.retry')}</button>
      </div>`;
