import { html, nothing, type TemplateResult } from 'lit';

import type { FeedAction } from '../../../contract/feed.js';
import { now } from '../../../controllers/clock.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import { actionBadges } from '../../shared/action-badges.js';
import { actionMedia } from '../../shared/action-media.js';
import { startLabelText } from '../../shared/start-label-text.js';
import type { cardWords } from './card-words.js';

interface CardParts {
  readonly words: WordsController<typeof cardWords>;
  readonly headingLevel: number;
  readonly waiting: boolean;
  /** Whether some text is longer than its lines. */
  readonly isClipped: boolean;
  /** Whether all of it is shown. */
  readonly isOpened: boolean;
  readonly isBroken: boolean;
  readonly onMore: () => void;
  readonly onBroken: () => void;
  readonly onOpen: () => void;
}

/** The card of an action. */
export function cardView(action: FeedAction, parts: CardParts): TemplateResult {
  const { content } = action;
  const { words, waiting } = parts;
  const level = Math.min(6, Math.max(2, Math.trunc(parts.headingLevel) || 3));
  const clamp = parts.isOpened ? '' : 'clamped';
  return html`<div class="card" part="card">
    ${actionMedia(content, parts)}
    <div class="body">
      ${actionBadges(action, words, { now: now(), waiting })}
      <slot name="badge"></slot>
      <div id="title" class="title ${clamp}" part="title" role="heading" aria-level=${level} dir="auto">
        ${content.title}
      </div>
      <p class="description ${clamp}" part="description" dir="auto" .textContent=${content.description}></p>
      ${parts.isClipped || parts.isOpened ? more(parts) : nothing}
      <div class="foot">
        <button
          type="button"
          id="start"
          class="button primary"
          part="start"
          aria-labelledby="start title"
          @click=${parts.onOpen}
        >
          ${startLabelText(words, content)}
        </button>
        ${
          content.disclaimer === ''
            ? nothing
            : html`<p class="tip ${clamp}" part="disclaimer" dir="auto">
                <span class="visually-hidden">${words.t('card.tip')}: </span
                ><span class="text">${content.disclaimer}</span>
              </p>`
        }
      </div>
    </div>
  </div>`;
}

const more = ({ words, isOpened, onMore }: CardParts): TemplateResult =>
  html`<button
    type="button"
    class="more"
    part="more"
    aria-expanded=${isOpened}
    aria-describedby="title"
    @click=${onMore}
  >
    ${words.t(isOpened ? 'card.less' : 'card.more')}
  </button>`;
