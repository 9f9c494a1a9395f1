import { html, nothing, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import { describedBy, field } from '../../shared/field.js';
import type { SignInSteps } from './sign-in-steps.js';
import type { signInWords } from './sign-in-words.js';

interface Parts {
  readonly steps: SignInSteps;
  readonly words: Pick<WordsController<typeof signInWords>, 't' | 'date'>;
}

interface EmailParts extends Parts {
  readonly onHaveCode: () => void;
}

interface CodeParts extends Parts {
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** Where somebody says to which address their code shall go, or, once no more are sent, that they have one. */
export function emailPart({ steps, words, onHaveCode }: EmailParts): TemplateResult {
  const error = errorOf('email', { steps, words });
  return html`${field(
      { id: 'email', label: words.t('signIn.email'), error },
      html`<input
        id="email"
        type="email"
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck="false"
        dir="ltr"
        required
        aria-invalid=${error === undefined ? nothing : 'true'}
        aria-describedby=${describedBy({ id: 'email', error })}
        .value=${steps.email}
        @input=${(event: Event) => (steps.email = typed(event))}
      />`,
    )}
    <div class="row">
      ${submit(words.t('signIn.send'), steps)}
      ${
        steps.mayHaveCode
          ? html`<button type="button" class="button quiet other" part="have-code" @click=${onHaveCode}>
              ${words.t('signIn.haveCode')}
            </button>`
          : nothing
      }
    </div>`;
}

/** Where they type or paste the code, or ask for another. */
export function codePart({ steps, words, onAgain, onBack }: CodeParts): TemplateResult {
  const error = errorOf('code', { steps, words });
  const { left } = steps.again;
  return html`${field(
      { id: 'code', label: words.t('signIn.code'), error },
      html`<input
        id="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck="false"
        dir="ltr"
        required
        aria-invalid=${error === undefined ? nothing : 'true'}
        aria-describedby=${describedBy({ id: 'code', error })}
        .value=${steps.code}
        @input=${(event: Event) => (steps.code = typed(event))}
      />`,
    )}
    <div class="row">
      ${submit(words.t('signIn.confirm'), steps)}
      <button
        type="button"
        class="button again"
        part="again"
        aria-disabled=${left > 0 || steps.isRunning}
        @click=${onAgain}
      >
        ${left > 0 ? words.t('signIn.againIn', { count: left }) : words.t('signIn.again')}
      </button>
      <button type="button" class="button quiet other" part="other-address" @click=${onBack}>
        ${words.t('signIn.otherAddress')}
      </button>
    </div>`;
}

const submit = (label: string, { isRunning }: SignInSteps): TemplateResult => html`
  <button type="submit" class="button primary" part="submit" aria-disabled=${isRunning}>${label}</button>
`;

function errorOf(id: 'email' | 'code', { steps, words }: Parts): string | undefined {
  const { issue } = steps;
  if (issue?.field !== id) return undefined;
  const time = issue.from && words.date(issue.from, { hour: 'numeric', minute: '2-digit' });
  return words.t(issue.key, time === undefined ? {} : { time });
}

const typed = (event: Event): string => (event.target as HTMLInputElement).value;
