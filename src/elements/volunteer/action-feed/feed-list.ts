import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { FeedAction } from '../../../contract/feed.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import type { ActionOpenRequestEvent } from '../../../events/action-events.js';
import type { actionFeedWords } from '../../../i18n/action-feed-words.js';
import type { commonWords } from '../../../i18n/common-words.js';
import type { failureWords } from '../../../i18n/failure-words.js';
import type { Strings } from '../../../i18n/words.js';
import { failureText } from '../../shared/failure-text.js';
import { notice } from '../../shared/notice.js';
import type { FeedPages } from './feed-pages.js';
import type { FeedView } from './load-feed.js';

type Sets = [typeof commonWords, typeof failureWords, typeof actionFeedWords];

interface ListParts {
  readonly words: Pick<WordsController<Sets>, 't'>;
  readonly pages: FeedPages;
  readonly strings: Strings | undefined;
  readonly isWaiting: (action: FeedAction) => boolean;
  readonly onSeen: (action: FeedAction) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onOpen: (event: ActionOpenRequestEvent) => void;
  readonly onMore: () => void;
}

/** The actions as a feed in the sense of ARIA, and the button that loads more. */
export const feedList = (view: FeedView, parts: ListParts): TemplateResult => html`
  <div
    class="feed"
    part="feed"
    role="feed"
    aria-label=${parts.words.t('feed.heading')}
    aria-busy=${parts.pages.isBehind || parts.pages.isLoadingMore}
    @keydown=${parts.onKey}
    @action-open-request=${parts.onOpen}
  >
    ${repeat(
      view.items,
      ({ id }) => id,
      (action, index) => article(action, { at: index + 1, of: view.total }, parts),
    )}
  </div>
  <div class="end" tabindex="-1">${loadMore(view, parts)}</div>
`;

const article = (
  action: FeedAction,
  place: { readonly at: number; readonly of: number },
  parts: ListParts,
): TemplateResult => html`
  <article
    part="article"
    tabindex="0"
    aria-posinset=${place.at}
    aria-setsize=${place.of < place.at ? -1 : place.of}
    aria-label=${action.content.title}
  >
    <action-card
      exportparts="card, media, title, description, disclaimer, start"
      .action=${action}
      .opensInPlace=${false}
      .seenBy=${parts.onSeen}
      .strings=${parts.strings}
      .waiting=${parts.isWaiting(action)}
    ></action-card>
  </article>
`;

function loadMore({ nextCursor }: FeedView, { words, pages, onMore }: ListParts): unknown {
  const { failure, isLoadingMore } = pages;
  return [
    failure === undefined
      ? nothing
      : notice({ tone: 'warning', text: failureText(words, failure), isAlert: true }),
    nextCursor === null
      ? nothing
      : html`<button type="button" class="button" part="more" aria-disabled=${isLoadingMore} @click=${onMore}>
          ${words.t(isLoadingMore ? 'common.loading' : 'feed.more')}
        </button>`,
  ];
}
