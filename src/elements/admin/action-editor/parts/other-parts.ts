import { html, type TemplateResult } from 'lit';

import type { ContentOf } from '../../../../domain/action/action-schema.js';
import { DESCRIPTION_LIMIT } from '../../../../domain/action/content-limits.js';
import { describedBy, field } from '../../../shared/field.js';
import { textField, valueOf, type ContentPatch, type EditorForm } from '../editor-form.js';
import { keptPart } from './kept-part.js';
import { linkField } from './link-field.js';

/** The question that a video answers, how long it may be, and what people agree to. */
export const videoStoriesPart = (form: EditorForm<ContentOf<'video_stories'>>): TemplateResult => html`
  ${textField(
    form,
    {
      name: 'prompt',
      label: form.words.t('field.prompt'),
      value: form.content.prompt,
      rows: 2,
      limit: DESCRIPTION_LIMIT,
      isRequired: true,
    },
    (prompt) => ({ prompt }),
  )}
  ${numberField(
    form,
    { name: 'maxSeconds', value: form.content.maxSeconds, min: 5, max: 600 },
    (maxSeconds) => ({
      maxSeconds: maxSeconds ?? form.content.maxSeconds,
    }),
  )}
  ${textField(
    form,
    {
      name: 'consentText',
      label: form.words.t('field.consentText'),
      hint: form.words.t('field.consentText.hint'),
      value: form.content.consentText,
      rows: 2,
      limit: DESCRIPTION_LIMIT,
    },
    (consentText) => ({ consentText }),
  )}
`;

export const surveyPart = (form: EditorForm<ContentOf<'survey'>>): TemplateResult =>
  keptPart(form, { name: 'questions', count: form.content.questions.length });

/** A video that invites people, and the goal. */
export const voterRegistrationPart = (
  form: EditorForm<ContentOf<'voter_registration'>>,
): TemplateResult => html`
  ${linkField(form, { name: 'joinVideo', value: form.content.joinVideo, isRequired: false }, (joinVideo) => ({
    joinVideo,
  }))}
  ${numberField(
    form,
    {
      name: 'goal',
      value: form.content.goal?.target,
      min: 1,
      max: 10_000_000,
      hint: form.words.t('field.goal.hint'),
    },
    (target) => ({
      goal: target === undefined ? null : { metric: form.content.goal?.metric ?? 'checks_started', target },
    }),
  )}
`;

function numberField(
  form: EditorForm,
  options: {
    readonly name: 'maxSeconds' | 'goal';
    readonly value: number | undefined;
    readonly min: number;
    readonly max: number;
    readonly hint?: string;
  },
  toPatch: (value: number | undefined) => ContentPatch,
): TemplateResult {
  const { name, value, min, max, hint } = options;
  const error = form.errorOf(name);
  return field(
    { id: name, label: form.words.t(`field.${name}`), hint, error },
    html`<input
      type="number"
      id=${name}
      class="number"
      min=${min}
      max=${max}
      inputmode="numeric"
      aria-describedby=${describedBy({ id: name, hint, error })}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      ?readonly=${form.isReadOnly}
      .value=${value === undefined ? '' : String(value)}
      @change=${(event: Event) => {
        const text = valueOf(event);
        form.edit(toPatch(text === '' ? undefined : Number(text)));
        form.touch(name);
      }}
    />`,
  );
}
