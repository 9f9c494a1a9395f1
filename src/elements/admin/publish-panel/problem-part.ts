import { html, type TemplateResult } from 'lit';

import type { ClientError } from '../../../contract/client-error.js';
import type { Action } from '../../../domain/action/action-schema.js';
import { failureText } from '../../shared/failure-text.js';
import type { PublishWords } from './publish-words.js';
import { stateText } from './status-view.js';

function problemText(error: ClientError, action: Action, words: PublishWords): readonly [string, string] {
  const { code, details } = error;
  if (code === 'version-conflict')
    return [
      words.t('publish.conflict'),
      words.t('publish.conflictHint', { status: stateText(words, action) }),
    ];
  const title = words.t('publish.refused');
  if (details.reason !== undefined) return [title, words.t(`refusal.${details.reason}`)];
  const issues = new Set(
    (details.fields ?? []).map((issue) => words.t(`issue.${issue.code}`, { limit: issue.limit ?? 0 })),
  );
  return [title, issues.size === 0 ? failureText(words, error) : [...issues].join(' ')];
}

/** Why the last step did not happen. What was chosen is still there. */
export function problemPart(error: ClientError, action: Action, words: PublishWords): TemplateResult {
  const [title, text] = problemText(error, action, words);
  return html`<div class="notice danger" part="notice" role="alert" id="problem" tabindex="-1">
    <div>
      <p class="title">${title}</p>
      <p>${text}</p>
    </div>
  </div>`;
}
