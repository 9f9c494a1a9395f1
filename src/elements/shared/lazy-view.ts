import { html } from 'lit';

import type { LazyElement } from '../../controllers/lazy-element.js';
import type { WordsController } from '../../controllers/words-controller.js';
import type { commonWords } from '../../i18n/common-words.js';
import type { openInPlaceWords } from '../../i18n/open-in-place-words.js';
import { notice } from './notice.js';

export type LazyWords = Pick<WordsController<[typeof commonWords, typeof openInPlaceWords]>, 't'>;

/** Something whose code is loaded when it is needed: its place while it loads, words and Retry when it did not come. */
export function lazyView(lazy: LazyElement, words: LazyWords, ready: () => unknown): unknown {
  if (lazy.status === 'ready') return ready();
  if (lazy.status === 'failed')
    return notice(
      { tone: 'warning', text: words.t('open.failed'), isAlert: true },
      html`<button type="button" class="button small" part="retry" @click=${() => lazy.retry()}>
        ${words.t('common.retry')}
      </button>`,
    );
  return html`<div class="skeleton place" aria-busy="true">
    <span class="visually-hidden">${words.t('common.loading')}</span>
  </div>`;
}
