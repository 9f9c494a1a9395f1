import { html, type TemplateResult } from 'lit';

import type { EditorWords } from './editor-words.js';
import type { Draft } from './draft-state.js';
import { previewAction } from './preview-action.js';

export type PreviewWidth = 'phone' | 'desktop';
export type PreviewLanguage = 'en' | 'es';

interface PreviewOptions {
  readonly width: PreviewWidth;
  readonly language: PreviewLanguage;
  readonly onWidth: (width: PreviewWidth) => void;
  readonly onLanguage: (language: PreviewLanguage) => void;
}

const stop = (event: Event) => {
  event.preventDefault();
  event.stopPropagation();
};
const nobody = () => undefined;

/** The action as volunteers see it, while it is written. Nothing in it opens, and nobody is told that it was seen. */
export const previewPart = (
  draft: Draft,
  words: EditorWords,
  options: PreviewOptions,
): TemplateResult => html`
  <section class="preview" aria-labelledby="preview-title">
    <h3 id="preview-title">${words.t('preview.title')}</h3>
    <div class="switches">
      ${switcher(
        words.t('preview.width'),
        'preview-width',
        (['phone', 'desktop'] as const).map((width) => ({
          value: width,
          label: words.t(`preview.${width}`),
        })),
        options.width,
        options.onWidth,
      )}
      ${switcher(
        words.t('preview.language'),
        'preview-language',
        (['en', 'es'] as const).map((language) => ({
          value: language,
          label: words.t(`preview.${language}`),
        })),
        options.language,
        options.onLanguage,
      )}
    </div>
    <div class="stage">
      <div class="device ${options.width}" lang=${options.language} @action-open-request=${stop}>
        <action-card
          heading-level="4"
          .opensInPlace=${false}
          .seenBy=${nobody}
          .action=${previewAction(draft, {
            title: words.t('preview.noTitle'),
            description: words.t('preview.noDescription'),
          })}
        ></action-card>
      </div>
    </div>
    <p class="hint">${words.t('preview.note')}</p>
  </section>
`;

/** One of two, as a pair of radio buttons that look like a switch. */
const switcher = <Value extends string>(
  label: string,
  name: string,
  choices: readonly { readonly value: Value; readonly label: string }[],
  chosen: Value,
  onChoose: (value: Value) => void,
): TemplateResult => html`
  <fieldset class="segmented">
    <legend class="visually-hidden">${label}</legend>
    ${choices.map(
      (choice) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            .value=${choice.value}
            .checked=${choice.value === chosen}
            @change=${() => onChoose(choice.value)}
          />
          <span>${choice.label}</span>
        </label>`,
    )}
  </fieldset>
`;
