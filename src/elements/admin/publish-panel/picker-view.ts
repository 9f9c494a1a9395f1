import { html, nothing, type TemplateResult } from 'lit';

import type { Id } from '../../../domain/values/id-schema.js';
import { failureText } from '../../shared/failure-text.js';
import type { OptionPicker } from './option-picker.js';
import type { PickerName } from './option-sources.js';
import type { PublishWords } from './publish-words.js';

interface PickerView {
  readonly name: PickerName;
  readonly picker: OptionPicker;
  /** What is said where nothing is chosen. */
  readonly none: string;
}

const focusIn = (root: Node | undefined, id: string): void => {
  if (root instanceof ShadowRoot) root.getElementById(id)?.focus();
};

/** A searchable list behind a heading that says what is chosen, with what is chosen beside it to be taken away again. */
export function pickerView(view: PickerView, words: PublishWords): TemplateResult {
  const { name, picker, none } = view;
  const { chosen } = picker;
  const summary = chosen.length === 0 ? none : words.t('publish.chosen', { count: chosen.length });
  return html`<div class="picker" part="picker">
    <details
      ?open=${picker.isOpen}
      @toggle=${(event: Event) => picker.open((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary id="summary-${name}">
        <span class="picker-name">${words.t(`publish.${name}`)}</span>
        <span class="picker-state ${chosen.length === 0 ? 'muted' : ''}">${summary}</span>
      </summary>
      <div class="picker-body">${picker.isOpen ? pickerBody(view, words) : nothing}</div>
    </details>
    ${chosen.length === 0 ? nothing : chips(view, words)}
  </div>`;
}

const optionName = (picker: OptionPicker, id: Id, words: PublishWords): string =>
  picker.find(id)?.name ?? (picker.isNaming ? '…' : words.t('publish.unknown', { id }));

function chips({ name, picker }: PickerView, words: PublishWords): TemplateResult {
  const remove = (event: Event, id: Id) => {
    const root = (event.currentTarget as Element).getRootNode();
    const { chosen } = picker;
    const neighbor = chosen[chosen.indexOf(id) + 1] ?? chosen[chosen.indexOf(id) - 1];
    picker.toggle(id);
    // The button is gone in a moment: stay close to where it was.
    focusIn(root, neighbor === undefined ? `summary-${name}` : `chip-${name}-${neighbor}`);
  };
  return html`<ul class="chips" aria-labelledby="summary-${name}">
    ${picker.chosen.map((id) => {
      const label = optionName(picker, id, words);
      return html`<li class="chip">
        <span>${label}</span>
        <button
          type="button"
          id="chip-${name}-${id}"
          aria-label=${words.t('publish.remove', { name: label })}
          @click=${(event: Event) => remove(event, id)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
        </button>
      </li>`;
    })}
  </ul>`;
}

function pickerBody(view: PickerView, words: PublishWords): TemplateResult {
  const { name, picker } = view;
  const { page, state } = picker;
  const label = words.t(`publish.search.${name}`);
  return html`
    <label class="visually-hidden" for="search-${name}">${label}</label>
    <input
      id="search-${name}"
      type="search"
      autocomplete="off"
      placeholder=${label}
      .value=${picker.typed}
      @input=${(event: InputEvent) => picker.type((event.currentTarget as HTMLInputElement).value)}
    />
    <p class="found muted" role="status">
      ${page === undefined || picker.isLoading ? nothing : words.t('publish.found', { count: page.total })}
    </p>
    ${
      state.status === 'failed'
        ? html`<div class="row">
            <p role="alert">${failureText(words, state.error)}</p>
            <button type="button" class="button small" @click=${() => picker.retry()}>
              ${words.t('common.retry')}
            </button>
          </div>`
        : nothing
    }
    ${page === undefined ? pickerSkeleton(state.status, words) : options(view, words)}
  `;
}

const pickerSkeleton = (status: string, words: PublishWords) =>
  status === 'failed'
    ? nothing
    : html`<div class="skeleton options" aria-busy="true">
        <span class="visually-hidden">${words.t('common.loading')}</span>
      </div>`;

function options({ name, picker }: PickerView, words: PublishWords): TemplateResult {
  const { page } = picker;
  if (page === undefined || page.items.length === 0)
    return html`<p class="muted">
      ${words.t(picker.typed.trim() === '' ? 'publish.nothingYet' : 'publish.noMatch')}
    </p>`;
  return html`<div class="options" role="group" aria-label=${words.t(`publish.${name}`)} tabindex="-1">
    ${page.items.map(
      ({ id, name: label, note }, index) =>
        html`<label class="choice">
          <input
            type="checkbox"
            id="option-${name}-${index}"
            .checked=${picker.chosen.includes(id)}
            @change=${() => picker.toggle(id)}
          />
          <span
            >${label} ${note === undefined ? nothing : html`<span class="muted note">${note()}</span>`}</span
          >
        </label>`,
    )}
    ${page.nextCursor === null ? nothing : moreButton({ name, picker }, page.items.length, words)}
  </div>`;
}

/** Focus goes on to the first of the new options as soon as they are there, since the button moves away. */
function moreButton(
  { name, picker }: Pick<PickerView, 'name' | 'picker'>,
  count: number,
  words: PublishWords,
): TemplateResult {
  const more = (event: Event) => {
    const root = (event.currentTarget as Element).getRootNode();
    if (!picker.isLoading) picker.more(() => focusIn(root, `option-${name}-${String(count)}`));
  };
  return html`<button
    type="button"
    class="button small more"
    id="more-${name}"
    aria-disabled=${picker.isLoading ? 'true' : 'false'}
    @click=${more}
  >
    ${words.t('publish.more')}
  </button>`;
}
