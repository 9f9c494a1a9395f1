import { html, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import type { actionFeedWords } from '../../../i18n/action-feed-words.js';

type Words = Pick<WordsController<[typeof actionFeedWords]>, 't'>;

/** What there is to say when there are no actions: none at all, or none that match. */
export const feedEmpty = (
  words: Words,
  { isNarrow, onShowAll }: { readonly isNarrow: boolean; readonly onShowAll: () => void },
): TemplateResult =>
  isNarrow
    ? html`<div class="empty" part="empty">
        <p class="empty-title">${words.t('feed.noMatch')}</p>
        <p class="muted">${words.t('feed.noMatchHint')}</p>
        <button type="button" class="button" part="show-all" @click=${onShowAll}>
          ${words.t('feed.showAll')}
        </button>
      </div>`
    : html`<slot name="empty">
        <div class="empty" part="empty">
          <p class="empty-title">${words.t('feed.empty')}</p>
          <p class="muted">${words.t('feed.emptyHint')}</p>
        </div>
      </slot>`;
