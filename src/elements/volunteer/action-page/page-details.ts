import { html, nothing, type TemplateResult } from 'lit';

import type { ClientError } from '../../../contract/client-error.js';
import type { FeedAction } from '../../../contract/feed.js';
import { now } from '../../../controllers/clock.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import { decideStart } from '../../../domain/action/decide-start.js';
import { actionMedia } from '../../shared/action-media.js';
import { failureText } from '../../shared/failure-text.js';
import { notice } from '../../shared/notice.js';
import { startLabelText } from '../../shared/start-label-text.js';
import type { pageWords } from './page-words.js';
import { PERFORMING_ELEMENTS } from './performing-elements.js';

interface DetailParts {
  readonly words: WordsController<typeof pageWords>;
  readonly isBroken: boolean;
  readonly isStarting: boolean;
  /** Why it could not be started, if it could not. */
  readonly error: ClientError | undefined;
  /** What is said in place of the start button, such as that one must sign in first. */
  readonly instead: TemplateResult | undefined;
  readonly onStart: () => void;
  readonly onBroken: () => void;
}

/** What an action asks, and the way in. */
export const pageDetails = (action: FeedAction, parts: DetailParts): TemplateResult => html`
  ${action.content.media === null ? nothing : actionMedia(action.content, parts)}
  <p class="description" part="description" dir="auto" .textContent=${action.content.description}></p>
  ${parts.instead ?? wayIn(action, parts)}
  ${
    parts.error === undefined
      ? nothing
      : notice({ tone: 'warning', text: failureText(parts.words, parts.error), isAlert: true })
  }
  ${
    action.content.disclaimer === ''
      ? nothing
      : html`<p class="tip" part="disclaimer" dir="auto">
          <span class="visually-hidden">${parts.words.t('card.tip')}: </span
          ><span class="text">${action.content.disclaimer}</span>
        </p>`
  }
`;

function wayIn(action: FeedAction, { words, isStarting, onStart }: DetailParts): TemplateResult {
  const decision = decideStart(action, now());
  if (decision === 'closed') return notice({ tone: 'neutral', text: words.t('page.closed') });
  if (PERFORMING_ELEMENTS[action.content.kind] === undefined)
    return notice({ title: words.t('page.notHere'), text: words.t('page.notHereHint') });
  return html`<div>
    <button
      type="button"
      class="button primary large"
      part="start"
      aria-disabled=${isStarting}
      @click=${onStart}
    >
      ${decision === 'finish' ? words.t('page.continue') : startLabelText(words, action.content)}
    </button>
  </div>`;
}
