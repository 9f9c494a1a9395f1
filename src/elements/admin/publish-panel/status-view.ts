import { html, nothing, type TemplateResult } from 'lit';

import type { Action } from '../../../domain/action/action-schema.js';
import { checkContent } from '../../../domain/action/check-content.js';
import { fieldOf } from '../../../domain/action/check-draft.js';
import type { FieldIssue } from '../../../domain/values/field-issue-schema.js';
import { notice } from '../../shared/notice.js';
import type { PublishWords } from './publish-words.js';
import { fullTime, shortTime } from './time-text.js';

type Situation = 'draft' | 'scheduled' | 'private' | 'public' | 'closed' | 'deleted';

/** Where the heading alone does not say it all, a badge does. */
const BADGES: Partial<Record<Situation, string>> = { draft: '', private: 'accent', public: 'success' };

/** Where an action stands, as far as publishing goes. */
const situationOf = ({ status, visibility }: Action): Situation => {
  if (status !== 'published') return status;
  return visibility === 'private' ? 'private' : 'public';
};

/** The state of an action in a word or two: "Published · Private". */
export const stateText = (words: PublishWords, { status, visibility }: Action): string =>
  status === 'published'
    ? `${words.t('status.published')} · ${words.t(`visibility.${visibility}`)}`
    : words.t(`status.${status}`);

function situationText(action: Action, words: PublishWords, zone: string): string {
  const { schedule, publishedAt, closedAt, updatedAt } = action;
  const situation = situationOf(action);
  switch (situation) {
    case 'draft': {
      const count = checkContent(action.content).length;
      return count === 0 ? words.t('publish.complete') : words.t('publish.incomplete', { count });
    }
    case 'scheduled': {
      const time = schedule === null ? '' : fullTime(words, schedule.publishAt, zone);
      return words.t(`publish.scheduled.${schedule?.visibility ?? 'public'}`, { time });
    }
    case 'private':
    case 'public':
      return words.t(`publish.since.${situation}`, {
        time: shortTime(words, publishedAt ?? updatedAt, zone),
      });
    case 'closed':
      return words.t('publish.closed', { time: shortTime(words, closedAt ?? updatedAt, zone) });
    case 'deleted':
      return words.t('publish.deleted');
  }
}

/** Where the action stands, in a heading that can be moved to, a badge and a sentence. */
export const statusPart = (action: Action, words: PublishWords, zone: string): TemplateResult => {
  const situation = situationOf(action);
  const badge = BADGES[situation];
  return html`<header>
      <div class="row">
        <h2 id="heading" part="heading" tabindex="-1">${words.t(`publish.heading.${situation}`)}</h2>
        ${
          badge === undefined
            ? nothing
            : html`<span class="badge ${badge}" part="badge">${stateText(words, action)}</span>`
        }
      </div>
      ${action.publishFailure === null ? html`<p class="muted">${situationText(action, words, zone)}</p>` : nothing}
    </header>
    ${
      action.publishFailure === null
        ? nothing
        : notice({ tone: 'warning', text: words.t(`publish.failure.${action.publishFailure}`) })
    }`;
};

const NAMED = [
  'title',
  'description',
  'access',
  'targetListId',
  'scripts',
  'shareLink',
  'sampleMessage',
  'prompt',
  'questions',
  'webLink',
] as const;

interface MissingOptions {
  readonly issues: readonly FieldIssue[];
  /** Takes the person to a field; absent where nobody would. */
  readonly goTo: ((field: string) => void) | undefined;
}

/** What stands between this action and publishing, field by field. */
export function missingPart({ issues, goTo }: MissingOptions, words: PublishWords) {
  if (issues.length === 0) return nothing;
  return html`<section class="missing" part="missing" aria-labelledby="missing">
    <h3 id="missing">${words.t('publish.missing')}</h3>
    <ul>
      ${issues.map((issue) => missingItem(issue, goTo, words))}
    </ul>
  </section>`;
}

function missingItem({ path, code, limit }: FieldIssue, goTo: MissingOptions['goTo'], words: PublishWords) {
  const field = fieldOf(path);
  const known = NAMED.find((name) => name === field);
  const name = known === undefined ? field : words.t(`field.${known}`);
  return html`<li>
    <span
      ><strong>${name}</strong>
      <span class="muted">${words.t(`issue.${code}`, { limit: limit ?? 0 })}</span></span
    >
    ${
      goTo === undefined
        ? nothing
        : html`<button type="button" class="button quiet small" @click=${() => goTo(field)}>
            ${words.t('publish.goToField', { name })}
          </button>`
    }
  </li>`;
}
