import { html, nothing, type TemplateResult } from 'lit';

import type { FeedAction } from '../../../contract/feed.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import { failureText } from '../../shared/failure-text.js';
import { kindIcon } from '../../shared/kind-icon.js';
import { queryFailure } from '../../shared/query-view.js';
import type { OthersQuery } from './page-query.js';
import type { pageWords } from './page-words.js';

interface OtherParts {
  readonly words: Pick<WordsController<typeof pageWords>, 't'>;
  /** Whether somebody has done what this page is about. */
  readonly isDone: boolean;
  readonly onOpen: (action: FeedAction) => void;
}

/**
 * A few other actions, the next one first; nothing while they are not known. That they could not be loaded is said only
 * where there is nothing else to do here.
 */
export function otherActions(query: OthersQuery, parts: OtherParts): TemplateResult | typeof nothing {
  const { state } = query;
  if (state.status === 'ready') return list(state.value, parts);
  if (state.status !== 'failed' || parts.isDone) return nothing;
  return queryFailure(query, parts.words, failureText(parts.words, state.error));
}

function list(actions: readonly FeedAction[], { words, isDone, onOpen }: OtherParts): TemplateResult {
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
