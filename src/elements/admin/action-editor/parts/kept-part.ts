import { html, type TemplateResult } from 'lit';

import { notice } from '../../../shared/notice.js';
import type { EditorForm } from '../editor-form.js';

/** Something that this version of the editor keeps and counts, and does not edit yet. It says so. */
export function keptPart(
  form: EditorForm,
  { name, count }: { readonly name: 'scripts' | 'questions'; readonly count: number },
): TemplateResult {
  const { words } = form;
  const title = `${words.t(`field.${name}`)}: ${words.t(`field.${name}.kept`, { count })}`;
  return html`<div id=${name} tabindex="-1">${notice({ title, text: words.t('field.later') })}</div>`;
}
