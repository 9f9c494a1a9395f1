import { html, nothing, type TemplateResult } from 'lit';

import type { ClientQuery } from '../../controllers/client-query.js';
import type { WordsController } from '../../controllers/words-controller.js';
import type { commonWords } from '../../i18n/common-words.js';
import type { failureWords } from '../../i18n/failure-words.js';
import { failureText } from './failure-text.js';
import { notice } from './notice.js';

type Query<T> = Pick<ClientQuery<readonly unknown[], T>, 'state' | 'reload' | 'isLoading'>;
export type QueryWords = Pick<WordsController<[typeof commonWords, typeof failureWords]>, 't'>;

interface QueryParts<T> {
  readonly ready: (value: T) => unknown;
  /** Grey shapes of about the size of what is to come, so that nothing jumps. */
  readonly skeleton: TemplateResult;
  /** What to show for failures that deserve more than the usual notice; `undefined` for the usual one. */
  readonly failed?: (error: Parameters<typeof failureText>[1]) => unknown;
}

/**
 * Every state of a read: not connected, loading (with its place held from the start and said after 200 ms), failed with
 * words and a way to try again, loaded, and loaded but out of date.
 */
export function queryView<T>(query: Query<T>, words: QueryWords, parts: QueryParts<T>): unknown {
  const { state } = query;
  switch (state.status) {
    case 'no-client':
      return html`<div class="skeleton-frame" part="unconnected">
        <span class="visually-hidden">${words.t('common.noClient')}</span>${parts.skeleton}
      </div>`;
    case 'initial':
    case 'pending':
      return html`<div class="skeleton-frame" part="skeleton" aria-busy="true">
        <span class="visually-hidden" role="status"
          >${state.status === 'pending' ? words.t('common.loading') : nothing}</span
        >
        <div aria-hidden="true">${parts.skeleton}</div>
      </div>`;
    case 'failed':
      return parts.failed?.(state.error) ?? queryFailure(query, words, failureText(words, state.error));
    case 'ready':
      return html`
        ${
          state.error === undefined
            ? nothing
            : queryFailure(query, words, `${failureText(words, state.error)} ${words.t('common.stale')}`)
        }
        ${parts.ready(state.value)}
      `;
  }
}

/** What went wrong with a read, in words, and the way to try again. */
export const queryFailure = (
  query: Pick<Query<unknown>, 'reload'>,
  words: QueryWords,
  text: string,
): TemplateResult =>
  notice(
    { tone: 'warning', text, isAlert: true },
    html`<button type="button" class="button small" part="retry" @click=${() => query.reload()}>
      ${words.t('common.retry')}
    </button>`,
  );
