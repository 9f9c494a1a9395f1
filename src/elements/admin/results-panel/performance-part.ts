import { html, nothing, type TemplateResult } from 'lit';

import { isTextingKind } from '../../../domain/action/action-kind.js';
import type { Performance } from '../../../domain/results/results-schema.js';
import { barTable } from './bar-table.js';
import { performanceFigures } from './figures-part.js';
import type { ResultNames } from './load-names.js';
import type { ResultsWords } from './results-words.js';

interface PerformanceOptions {
  readonly performance: Performance;
  readonly names: ResultNames | undefined;
  readonly words: ResultsWords;
  readonly isDefined: boolean;
}

/** What this kind of action has achieved, in the terms of its kind. */
export function performancePart({
  performance,
  names,
  words,
  isDefined,
}: PerformanceOptions): TemplateResult {
  const title = isTextingKind(performance.kind) ? 'results.messages' : 'results.performance';
  return html`<section aria-labelledby="performance">
    <h3 id="performance">${words.t(title)}</h3>
    ${performanceFigures(performance, words, isDefined)}
    ${performance.kind === 'social_sharing' ? networks(performance, words) : nothing}
    ${performance.kind === 'survey' ? answers(performance, names, words) : nothing}
  </section>`;
}

function networks({ byNetwork }: Extract<Performance, { kind: 'social_sharing' }>, words: ResultsWords) {
  if (byNetwork.length === 0) return html`<p class="muted">${words.t('results.noShares')}</p>`;
  const most = Math.max(...byNetwork.map(({ shares }) => shares));
  return barTable({
    caption: words.t('results.networks'),
    columns: [
      { label: words.t('results.network') },
      { label: words.t('results.shares'), isNumber: true },
      { label: words.t('metric.clicks'), isNumber: true },
    ],
    rows: [...byNetwork]
      .sort((a, b) => b.shares - a.shares || b.clicks - a.clicks)
      .map(({ network, shares, clicks }) => ({
        name: words.t(`network.${network}`),
        cells: [words.number(shares), words.number(clicks)],
        bar: [shares, most],
      })),
  });
}

/** More different answers to one question than these are told as a number. */
const ANSWERS_SHOWN = 8;

type Answer = Extract<Performance, { kind: 'survey' }>['answers'][number];

function answers(
  { answers: given }: Extract<Performance, { kind: 'survey' }>,
  names: ResultNames | undefined,
  words: ResultsWords,
) {
  if (given.length === 0) return html`<p class="muted">${words.t('results.noAnswers')}</p>`;
  const byQuestion = new Map<string, Answer[]>();
  for (const answer of given)
    byQuestion.set(answer.questionId, [...(byQuestion.get(answer.questionId) ?? []), answer]);
  const asked = (names?.questions ?? []).filter(({ id }) => byQuestion.has(id)).map(({ id }) => id);
  const order = [...new Set([...asked, ...byQuestion.keys()])];
  return html`<h4>${words.t('results.answers')}</h4>
    <div class="tables">${order.map((id) => answerTable(id, byQuestion.get(id) ?? [], names, words))}</div>`;
}

function answerTable(
  id: string,
  given: readonly Answer[],
  names: ResultNames | undefined,
  words: ResultsWords,
) {
  const question = names?.questions.find((asked) => asked.id === id);
  const isSwitch = question?.bindsTo.to === 'tag';
  const nameOf = (value: string) =>
    isSwitch && (value === 'true' || value === 'false')
      ? words.t(value === 'true' ? 'results.yes' : 'results.no')
      : value;
  const most = Math.max(...given.map(({ count }) => count));
  const hidden = given.length - ANSWERS_SHOWN;
  return html`<div>
    ${barTable({
      caption: question?.label ?? id,
      columns: [{ label: words.t('results.answer') }, { label: words.t('results.times'), isNumber: true }],
      rows: given.slice(0, ANSWERS_SHOWN).map(({ value, count }) => ({
        name: nameOf(value),
        cells: [words.number(count)],
        bar: [count, most],
      })),
    })}
    ${hidden > 0 ? html`<p class="muted">${words.t('results.otherAnswers', { count: hidden })}</p>` : nothing}
  </div>`;
}
