import { html, type TemplateResult } from 'lit';

import type { EditorWords } from './editor-words.js';

/** What is known about good texts, for the kinds whose volunteers write to people. */
export const textingTips = (words: EditorWords): TemplateResult => html`
  <details class="tips">
    <summary>${words.t('tips.title')}</summary>
    <ul>
      ${(['colloquial', 'actionable', 'timing', 'test'] as const).map((tip) => html`<li>${words.t(`tips.${tip}`)}</li>`)}
    </ul>
  </details>
`;
