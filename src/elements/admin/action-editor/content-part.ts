import { html, nothing, type TemplateResult } from 'lit';

import { DESCRIPTION_LIMIT, START_LABEL_LIMIT, TITLE_LIMIT } from '../../../domain/action/content-limits.js';
import { START_LABEL_PRESETS, chooseStartLabel } from '../../../domain/action/start-label.js';
import { selectField, textField, type EditorForm } from './editor-form.js';

const OWN = 'own';

/** What volunteers read: title, description, disclaimer and the text of the start button. */
export const contentPart = (
  form: EditorForm,
  label: { isOwn: boolean; chooseOwn: (isOwn: boolean) => void },
) => html`
  ${textField(
    form,
    {
      name: 'title',
      label: form.words.t('field.title'),
      hint: form.words.t('field.title.hint'),
      value: form.content.title,
      limit: TITLE_LIMIT,
      isRequired: true,
    },
    (title) => ({ title }),
  )}
  ${textField(
    form,
    {
      name: 'description',
      label: form.words.t('field.description'),
      hint: form.words.t('field.description.hint'),
      value: form.content.description,
      rows: 4,
      limit: DESCRIPTION_LIMIT,
      isRequired: true,
    },
    (description) => ({ description }),
  )}
  ${textField(
    form,
    {
      name: 'disclaimer',
      label: form.words.t('field.disclaimer'),
      hint: form.words.t('field.disclaimer.hint'),
      value: form.content.disclaimer,
      rows: 2,
      limit: DESCRIPTION_LIMIT,
    },
    (disclaimer) => ({ disclaimer }),
  )}
  ${startLabelField(form, label)}
`;

/** A preset that is translated for each volunteer, or the organizer's own words. */
function startLabelField(
  form: EditorForm,
  { isOwn, chooseOwn }: { isOwn: boolean; chooseOwn: (isOwn: boolean) => void },
): TemplateResult {
  const { content, words } = form;
  const label = chooseStartLabel(content);
  const hasOwn = isOwn || 'text' in label;
  const choices = START_LABEL_PRESETS.map((preset) => ({
    value: preset,
    label: words.t(`startLabel.${preset}`),
  }));
  const onChoose = (value: string) => {
    chooseOwn(value === OWN);
    form.edit({ startLabel: value === OWN ? '' : `preset:${value}` });
  };
  return html`<div class="pair">
    ${selectField(
      form,
      {
        name: 'startLabelPreset',
        label: words.t('field.startLabel'),
        value: hasOwn || !('preset' in label) ? OWN : label.preset,
        choices: [...choices, { value: OWN, label: words.t('field.startLabel.own') }],
      },
      onChoose,
    )}
    ${
      hasOwn
        ? html`<div>
            ${textField(
              form,
              {
                name: 'startLabel',
                label: words.t('field.startLabel.text'),
                value: 'text' in label ? content.startLabel : '',
                type: 'text',
                limit: START_LABEL_LIMIT,
              },
              (startLabel) => ({ startLabel }),
            )}
          </div>`
        : nothing
    }
  </div>`;
}
