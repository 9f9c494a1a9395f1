import type { TemplateResult } from 'lit';

import { linkHost } from '../../../../domain/links/safe-url.js';
import { textField, type ContentPatch, type EditorForm } from '../editor-form.js';

/** A link of an action, and beside it the host that it leads to. */
export function linkField(
  form: EditorForm,
  {
    name,
    value,
    isRequired,
  }: {
    readonly name: 'shareLink' | 'webLink' | 'joinVideo';
    readonly value: string;
    readonly isRequired: boolean;
  },
  toPatch: (value: string) => ContentPatch,
): TemplateResult {
  const { words } = form;
  const host = linkHost(value);
  return textField(
    form,
    {
      name,
      label: words.t(`field.${name}`),
      hint: words.t(`field.${name}.hint`),
      value,
      type: 'url',
      isRequired,
      note: host === undefined ? undefined : words.t('field.leadsTo', { host }),
    },
    toPatch,
  );
}
