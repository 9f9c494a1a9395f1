import { html, type TemplateResult } from 'lit';

import type { ActionKind } from '../../../domain/action/action-kind.js';
import type { EditorWords } from './editor-words.js';

const OWN = ['content', 'media', 'placement'] as const;

/** A part of the form under its heading: one that every action has, or the part of one kind. */
export function formSection(
  words: EditorWords,
  name: (typeof OWN)[number] | ActionKind,
  fields: TemplateResult,
): TemplateResult {
  const own = OWN.find((section) => section === name);
  const title = own === undefined ? words.t(`kind.${name as ActionKind}`) : words.t(`editor.${own}`);
  return html`<section class="panel" aria-labelledby="section-${name}">
    <h3 id="section-${name}">${title}</h3>
    ${fields}
  </section>`;
}
