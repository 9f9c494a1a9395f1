import { html, type TemplateResult } from 'lit';

import { percentOf } from '../../../domain/results/rates.js';
import type { Rate } from '../../../domain/results/results-schema.js';
import type { ResultsWords } from './results-words.js';

const percentText = (words: ResultsWords, percent: number): string =>
  words.number(percent / 100, { style: 'percent', maximumFractionDigits: 1 });

/** A share as a large figure: its percentage, or a dash where there is nothing that it could be a share of. */
export function percentage(words: ResultsWords, rate: Rate): TemplateResult {
  const percent = percentOf(rate);
  return percent === undefined ? dash(words) : html`${percentText(words, percent)}`;
}

const dash = (words: ResultsWords): TemplateResult =>
  html`<span aria-hidden="true">–</span><span class="visually-hidden">${words.t('results.noShare')}</span>`;

/** A share with both its parts, so that nobody has to guess of what: "75% (30 of 40)", or a dash. */
export function shareText(words: ResultsWords, rate: Rate): TemplateResult {
  const percent = percentOf(rate);
  const { numerator, denominator } = rate;
  return percent === undefined
    ? dash(words)
    : html`${words.t('results.share', { percent: percentText(words, percent), numerator, denominator })}`;
}

/** Both parts of a share, beside its percentage. */
export const parts = (words: ResultsWords, { numerator, denominator }: Rate): string =>
  denominator === 0 ? '' : `${words.number(numerator)} / ${words.number(denominator)}`;
