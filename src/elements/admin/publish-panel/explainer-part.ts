import { html, nothing, svg, type TemplateResult } from 'lit';

import type { AudienceStep } from '../../../domain/audience/audience-schema.js';
import { failureText } from '../../shared/failure-text.js';
import { hasRecipients, isOut } from './choices.js';
import type { PublishWords } from './publish-words.js';
import type { ChoiceOptions } from './who-part.js';
import { listOf } from '../../../i18n/list-of.js';

/** Who will see it, how many, and why: rule by rule, with numbers and a few names. */
export function explainerPart(options: ChoiceOptions): TemplateResult {
  const { form, words } = options;
  const { value, error, isUpdating, retry } = form.explanation;
  return html`<aside class="explainer" part="explainer" aria-labelledby="audience">
    <div class="explainer-title">
      <h3 id="audience">${words.t('publish.audience')}</h3>
      <span class="muted">${isUpdating && value !== undefined ? words.t('publish.updating') : nothing}</span>
    </div>
    ${
      error === undefined
        ? nothing
        : html`<div class="row">
            <p role="alert">${failureText(words, error)}</p>
            <button type="button" class="button small" part="retry" @click=${retry}>
              ${words.t('common.retry')}
            </button>
          </div>`
    }
    <div
      class="explanation ${isUpdating ? 'updating' : ''}"
      aria-live="polite"
      aria-busy=${isUpdating ? 'true' : 'false'}
    >
      ${value === undefined ? (error === undefined ? SKELETON : nothing) : explanation(options)}
    </div>
  </aside>`;
}

const SKELETON = html`<div class="skeleton total-place"></div>
  <div class="skeleton rule-place"></div>
  <div class="skeleton rule-place"></div>`;

function explanation(options: ChoiceOptions) {
  const { form, words } = options;
  const { value } = form.explanation;
  if (value === undefined) return nothing;
  const { total, steps, examples } = value;
  const everyone = Math.max(...steps.map(({ before }) => before), 1);
  const names = listOf(
    words.language,
    examples.map(({ name }) => name),
  );
  return html`
    <p class="total">
      ${
        total === 0
          ? words.t('publish.totalNobody')
          : html`<strong>${words.number(total)}</strong> ${words.t('publish.total', { count: total })}`
      }
    </p>
    <ol class="rules">
      ${steps.map((step) => ruleItem(step, everyone, options))}
    </ol>
    ${names === '' ? nothing : html`<p class="muted">${words.t('publish.examples', { names })}</p>`}
    <p class="muted">${words.t('publish.byLink')}</p>
  `;
}

function ruleItem(step: AudienceStep, everyone: number, options: ChoiceOptions): TemplateResult {
  const { words } = options;
  const { rule, before, after } = step;
  const lost = before - after;
  const isFirst = rule === 'everyone';
  return html`<li class=${!isFirst && lost === 0 ? 'idle' : ''}>
    <span class="rule-text">${ruleText(rule, options)}</span>
    <span class="rule-count">
      ${isFirst ? words.number(after) : words.t('publish.left', { after, before })}
      ${isFirst ? nothing : html`<span class="lost">${lossText(lost, words)}</span>`}
    </span>
    <svg class="bar" viewBox="0 0 ${everyone} 1" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="bar-before" width=${before} height="1"></rect><rect class="bar-after" width=${after} height="1"></rect>`}
    </svg>
  </li>`;
}

const lossText = (count: number, words: PublishWords): string =>
  count === 0 ? words.t('publish.lostNobody') : words.t('publish.lost', { count });

function ruleText(rule: AudienceStep['rule'], { action, choices, form, words }: ChoiceOptions): string {
  switch (rule) {
    case 'everyone':
      return words.t('publish.rule.everyone');
    case 'sent-to':
      return words.t(
        hasRecipients(choices) || isOut(action) ? 'publish.rule.sent-to' : 'publish.rule.sentToNobody',
      );
    case 'districts': {
      const names = choices.districtIds.map((id) => form.pickers.districts.find(id)?.name ?? id);
      return names.length === 0
        ? words.t('publish.rule.noDistricts')
        : words.t('publish.rule.districts', { names: listOf(words.language, names) });
    }
    case 'languages': {
      const named = new Intl.DisplayNames(words.language, { type: 'language' });
      const names = choices.languages.map((language) => named.of(language) ?? language);
      return names.length === 0
        ? words.t('publish.rule.noLanguages')
        : words.t('publish.rule.languages', { names: listOf(words.language, names) });
    }
  }
}
