import { html, nothing, type TemplateResult } from 'lit';

import type { FeedAction } from '../../../contract/feed.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import { kindIcon } from '../../shared/kind-icon.js';
import type { pageWords } from './page-words.js';

interface OtherParts {
  readonly words: Pick<WordsController<typeof pageWords>, 't'>;
  /** Whether somebody has done what this page is about. */
  readonly isDone: boolean;
  readonly onOpen: (action: FeedAction) => void;
}

/** A few other actions, the next one first; nothing while they are not known. */
export function otherActions(
  actions: readonly FeedAction[] | undefined,
  { words, isDone, onOpen }: OtherParts,
): TemplateResult | typeof nothing {
  if (actions === undefined) return nothing;
  if (actions.length === 0) return html`<p class="muted">${words.t('page.allDone')}</p>`;
  return html`<section class="others" part="others" aria-labelledby="others">
    <h3 id="others">${words.t(isDone ? 'page.next' : 'page.others')}</h3>
    <ul>
      ${actions.map(
        (action) =>
          html`<li>
            <button type="button" class="other" part="other" @click=${() => onOpen(action)}>
              ${kindIcon(action.content.kind)}
              <span dir="auto">${action.content.title}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
