import { html, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import type { pageWords } from './page-words.js';

/** That there is no such action for this person; other actions follow. */
export const unavailable = (words: Pick<WordsController<typeof pageWords>, 't'>): TemplateResult => html`
  <h2 id="title" tabindex="-1">${words.t('page.unavailable')}</h2>
  <p>${words.t('page.unavailableHint')}</p>
`;
