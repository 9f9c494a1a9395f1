import { html, nothing, type TemplateResult } from 'lit';

import type { WordsController } from '../../controllers/words-controller.js';
import type { Action, ActionStatus } from '../../domain/action/action-schema.js';
import type { actionManagerWords } from '../../i18n/action-manager-words.js';
import type { statusWords } from '../../i18n/status-words.js';

type Words = Pick<WordsController<[typeof statusWords, typeof actionManagerWords]>, 't' | 'date'>;

const TONES: Readonly<Record<ActionStatus, string>> = {
  draft: '',
  scheduled: 'warning',
  published: 'success',
  closed: 'accent',
  deleted: 'danger',
};

const WHEN = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** The state of an action. A scheduled one says when it will be published, in the reader's own language and zone. */
export function statusBadge(
  { status, schedule, publishFailure }: Pick<Action, 'status' | 'schedule' | 'publishFailure'>,
  words: Words,
): TemplateResult {
  return html`<span class="status">
    <span class="badge ${TONES[status]}">${words.t(`status.${status}`)}</span>
    ${
      status === 'scheduled' && schedule !== null
        ? html`<span class="when"
            ><span class="visually-hidden">${words.t('manager.scheduledFor')} </span
            ><time datetime=${schedule.publishAt}>${words.date(schedule.publishAt, WHEN)}</time></span
          >`
        : nothing
    }
    ${
      publishFailure === null
        ? nothing
        : html`<span class="when failed">${words.t(`manager.publishFailed.${publishFailure}`)}</span>`
    }
  </span>`;
}
