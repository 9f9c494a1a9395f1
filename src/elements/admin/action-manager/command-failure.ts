import { html, nothing, type TemplateResult } from 'lit';

import { failureText } from '../../shared/failure-text.js';
import { notice } from '../../shared/notice.js';
import type { ManagerCommands } from './manager-commands.js';
import type { ManagerWords } from './manager-words.js';

/** Why the last change was not made, until somebody has read it. */
export const commandFailure = (
  { error, forget }: ManagerCommands,
  words: ManagerWords,
): TemplateResult | typeof nothing =>
  error === undefined
    ? nothing
    : notice(
        { tone: 'danger', text: failureText(words, error), isAlert: true },
        html`<button type="button" class="button small" @click=${forget}>${words.t('common.close')}</button>`,
      );
