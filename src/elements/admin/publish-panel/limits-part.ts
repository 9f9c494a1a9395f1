import { html, type TemplateResult } from 'lit';

import { pickerView } from './picker-view.js';
import type { ChoiceOptions } from './who-part.js';

/** Districts and languages, which narrow public and private alike. */
export function limitsPart({ choices, form, words }: ChoiceOptions): TemplateResult {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  const toggle = (language: string) =>
    choices.languages.includes(language)
      ? choices.languages.filter((other) => other !== language)
      : [...choices.languages, language];
  return html`<fieldset class="part">
    <legend>${words.t('publish.limits')}</legend>
    <p class="hint">${words.t('publish.limitsHint')}</p>
    <div class="pickers">
      ${pickerView({ name: 'districts', picker: form.pickers.districts, none: words.t('publish.allDistricts') }, words)}
    </div>
    <fieldset class="languages" aria-describedby="languages-hint">
      <legend>${words.t('publish.languages')}</legend>
      <div class="row">
        ${form.languages.map(
          (language) =>
            html`<label class="choice">
              <input
                type="checkbox"
                name="language"
                .value=${language}
                .checked=${choices.languages.includes(language)}
                @change=${() => form.edit({ languages: toggle(language) })}
              />
              <span class="language">${names.of(language) ?? language}</span>
            </label>`,
        )}
      </div>
      <p class="hint" id="languages-hint">${words.t('publish.languagesHint')}</p>
    </fieldset>
  </fieldset>`;
}
