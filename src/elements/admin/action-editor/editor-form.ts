import { html, nothing, type TemplateResult } from 'lit';

import type { ActionContent, ContentOf } from '../../../domain/action/action-schema.js';
import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { ContactList, Folder } from '../../../domain/people/people-schema.js';
import { describedBy, field } from '../../shared/field.js';
import type { EditorWords } from './editor-words.js';

/** New values for some fields of some kind. */
export type ContentPatch = { readonly [K in ActionKind]: Partial<Omit<ContentOf<K>, 'kind'>> }[ActionKind];

/** What can be chosen from. */
export interface EditorLookups {
  readonly folders: readonly Folder[];
  readonly contactLists: readonly ContactList[];
}

/** What the parts of the form see of the editor, for content of one kind. */
export interface EditorForm<C extends ActionContent = ActionContent> {
  readonly content: C;
  readonly words: EditorWords;
  readonly isReadOnly: boolean;
  readonly lookups: EditorLookups | undefined;
  /** What is wrong with a field, once it is time to say so. */
  errorOf(name: string): string | undefined;
  edit(patch: ContentPatch): void;
  /** The person has left the field: from now on it says what is wrong with it. */
  touch(name: string): void;
}

interface TextFieldOptions {
  /** Name of the field in the content, and the control's id. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly rows?: number;
  /** The most characters that are stored; how many are left is said near the end. */
  readonly limit?: number;
  readonly isRequired?: boolean;
  /** One line of text; without it the control grows with its text. */
  readonly type?: 'text' | 'url';
  readonly note?: string | undefined;
}

type Edit = (value: string) => ContentPatch;
type Control = HTMLInputElement | HTMLTextAreaElement;

export const valueOf = (event: Event): string => (event.target as Control | HTMLSelectElement).value;

/** A text with its label, hint, error and, near its limit, how much is left. Its text is kept to the letter. */
export function textField(form: EditorForm, options: TextFieldOptions, toPatch: Edit): TemplateResult {
  const { name, value, limit } = options;
  const error = form.errorOf(name);
  const onInput = (event: Event) => form.edit(toPatch(valueOf(event)));
  const onBlur = () => form.touch(name);
  const described = describedBy({ id: name, hint: options.hint, error });
  const invalid = error === undefined ? 'false' : 'true';
  const control =
    options.type === undefined
      ? html`<textarea
          id=${name}
          name=${name}
          dir="auto"
          rows=${options.rows ?? 1}
          class=${options.rows === undefined ? 'line' : nothing}
          aria-describedby=${described}
          aria-invalid=${invalid}
          ?required=${options.isRequired}
          ?readonly=${form.isReadOnly}
          .value=${value}
          @input=${onInput}
          @blur=${onBlur}
        ></textarea>`
      : html`<input
          id=${name}
          name=${name}
          type=${options.type}
          inputmode=${options.type === 'url' ? 'url' : nothing}
          dir=${options.type === 'url' ? 'ltr' : 'auto'}
          autocomplete="off"
          spellcheck=${options.type === 'url' ? 'false' : nothing}
          aria-describedby=${described}
          aria-invalid=${invalid}
          ?required=${options.isRequired}
          ?readonly=${form.isReadOnly}
          .value=${value}
          @input=${onInput}
          @blur=${onBlur}
        />`;
  const { label, hint } = options;
  const mark = options.isRequired ? form.words.t('form.required') : undefined;
  return html`${field({ id: name, label, hint, error, mark }, control)}
  ${options.note === undefined ? nothing : html`<p class="note">${options.note}</p>`}
  ${limit === undefined ? nothing : counter(form, value.length, limit)}`;
}

/** How much is left, said only in the last tenth. */
function counter({ words }: EditorForm, length: number, limit: number): TemplateResult | typeof nothing {
  const left = limit - length;
  if (left > limit / 10) return nothing;
  const isOver = left < 0;
  return html`<p class="counter ${isOver ? 'over' : ''}">
    ${words.t(isOver ? 'editor.over' : 'editor.left', { count: Math.abs(left) })}
  </p>`;
}

/** Something that is on or off. */
export const switchField = (
  form: EditorForm,
  { name, label, isOn }: { readonly name: string; readonly label: string; readonly isOn: boolean },
  toPatch: (isOn: boolean) => ContentPatch,
): TemplateResult => html`
  <div class="field">
    <label class="choice">
      <input
        type="checkbox"
        id=${name}
        .checked=${isOn}
        ?disabled=${form.isReadOnly}
        aria-describedby="${name}-error"
        @change=${(event: Event) => form.edit(toPatch((event.target as HTMLInputElement).checked))}
      />
      <span>${label}</span>
    </label>
    <p class="error" id="${name}-error" aria-live="polite">${form.errorOf(name) ?? nothing}</p>
  </div>
`;

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several, from a list. */
export function selectField(
  form: EditorForm,
  options: Pick<TextFieldOptions, 'name' | 'label' | 'hint' | 'value' | 'isRequired'> & {
    readonly choices: readonly Choice[];
  },
  onChoose: (value: string) => void,
): TemplateResult {
  const { name, label, hint, value, choices } = options;
  const error = form.errorOf(name);
  const mark = options.isRequired ? form.words.t('form.required') : undefined;
  return field(
    { id: name, label, hint, error, mark },
    html`<select
      id=${name}
      name=${name}
      aria-describedby=${describedBy({ id: name, hint, error })}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      ?required=${options.isRequired}
      ?disabled=${form.isReadOnly}
      @change=${(event: Event) => onChoose(valueOf(event))}
      @blur=${() => form.touch(name)}
    >
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`,
      )}
    </select>`,
  );
}

/** Any number of several, each a box to tick. */
export const choicesField = (
  form: EditorForm,
  options: {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
    readonly chosen: readonly string[];
    readonly choices: readonly Choice[];
  },
  toPatch: (chosen: string[]) => ContentPatch,
): TemplateResult => html`
  <fieldset class="field" id=${options.name} tabindex="-1" aria-describedby="${options.name}-hint">
    <legend>${options.label}</legend>
    <p class="hint" id="${options.name}-hint">${options.hint}</p>
    <div class="choices">
      ${options.choices.map(
        ({ value, label }) =>
          html`<label class="choice">
            <input
              type="checkbox"
              .checked=${options.chosen.includes(value)}
              ?disabled=${form.isReadOnly}
              @change=${(event: Event) => {
                const others = options.chosen.filter((other) => other !== value);
                form.edit(toPatch((event.target as HTMLInputElement).checked ? [...others, value] : others));
              }}
            />
            <span>${label}</span>
          </label>`,
      )}
    </div>
  </fieldset>
`;
