import { html, type TemplateResult } from 'lit';

import type { FeedAction } from '../../../contract/feed.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import type { pageWords } from './page-words.js';

interface ThanksParts {
  readonly words: Pick<WordsController<typeof pageWords>, 't'>;
  /** Whether it waits on this device for the network. */
  readonly queued: boolean;
  readonly firstName: string | null | undefined;
}

/** Thanks for what was done, and what became of it: no more than what is true. */
export function thanks(
  { engagement: { performs } }: FeedAction,
  { words, queued, firstName }: ThanksParts,
): TemplateResult {
  if (queued)
    return html`<div class="thanks waiting" part="thanks">
      <h3>${words.t('page.waiting')}</h3>
      <p>${words.t('page.waitingHint')}</p>
    </div>`;
  return html`<div class="thanks" part="thanks">
    <h3>${firstName ? words.t('page.thanksName', { name: firstName }) : words.t('page.thanks')}</h3>
    <p>${performs > 0 ? words.t('page.counted', { count: performs }) : words.t('page.recorded')}</p>
  </div>`;
}
