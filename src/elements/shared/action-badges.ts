import { html, nothing, type TemplateResult } from 'lit';

import type { FeedAction } from '../../contract/feed.js';
import type { WordsController } from '../../controllers/words-controller.js';
import { decideClosing } from '../../domain/action/closing.js';
import { isDone } from '../../domain/perform/is-done.js';
import type { actionCardWords } from '../../i18n/action-card-words.js';

type Words = Pick<WordsController<[typeof actionCardWords]>, 't' | 'date'>;

const badge = (tone: string, text: string): TemplateResult => html`<li class="badge ${tone}">${text}</li>`;

/** What is special about an action at this moment, each in a word or two. */
export function actionBadges(
  action: FeedAction,
  words: Words,
  { now, waiting }: { readonly now: Date; readonly waiting: boolean },
): TemplateResult | typeof nothing {
  const closing = decideClosing(action, now);
  const badges = [
    action.featured && badge('accent', words.t('card.featured')),
    waiting
      ? badge('warning', words.t('card.waiting'))
      : isDone(action.engagement) && badge('success', words.t('card.done')),
    closing.state === 'closed' && badge('', words.t('card.closed')),
    closing.state === 'closes-soon' &&
      badge('warning', words.t('card.closesSoon', { date: words.date(closing.at, CLOSING) })),
  ].filter((shown) => shown !== false);
  return badges.length === 0
    ? nothing
    : html`<ul class="badges" part="badges">
        ${badges}
      </ul>`;
}

const CLOSING = { weekday: 'short', month: 'short', day: 'numeric' } as const;
