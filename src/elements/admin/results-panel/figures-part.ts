import { html, nothing, type TemplateResult } from 'lit';

import {
  OVERVIEW_METRICS,
  figuresOf,
  type Metric,
  type OverviewMetric,
} from '../../../domain/results/metrics.js';
import { rateOf } from '../../../domain/results/rates.js';
import type { Overview, Performance, Rate } from '../../../domain/results/results-schema.js';
import { parts, percentage, shareText } from './share-text.js';
import type { ResultsWords } from './results-words.js';

interface FigureView {
  readonly metric: Metric;
  readonly value: unknown;
  /** What stands below the figure. */
  readonly note?: unknown;
  readonly isDefined: boolean;
}

/** One figure: its name, the figure, what it is a share of, and what it means where somebody has asked. */
const figure = ({ metric, value, note, isDefined }: FigureView, words: ResultsWords): TemplateResult =>
  html`<div class="figure" part="figure">
    <dt>${words.t(`metric.${metric}`)}</dt>
    <dd class="value">${value}</dd>
    ${note === undefined ? nothing : html`<dd class="note">${note}</dd>`}
    ${isDefined ? html`<dd class="definition">${words.t(`metric.${metric}.is`)}</dd>` : nothing}
  </div>`;

/** Of what each figure of the overview is a share, where it is one. */
function shareOf(
  metric: OverviewMetric,
  overview: Overview,
): [Rate, 'SentTo' | 'Seen' | 'Started'] | undefined {
  const { sentTo, seen, seenAmongSentTo, started, completed } = overview;
  switch (metric) {
    case 'seen':
      return [rateOf(seenAmongSentTo, sentTo), 'SentTo'];
    case 'started':
      return [rateOf(started, seen), 'Seen'];
    case 'completed':
      return [rateOf(completed, started), 'Started'];
    case 'sentTo':
    case 'performs':
    case 'reports':
      return undefined;
  }
}

function overviewNote(metric: OverviewMetric, overview: Overview, words: ResultsWords): unknown {
  const share = shareOf(metric, overview);
  if (share === undefined) return undefined;
  const [rate, whole] = share;
  const beyond = metric === 'seen' ? overview.seen - overview.seenAmongSentTo : 0;
  return html`${shareText(words, rate)}
  ${words.t(`results.of${whole}`)}${
    beyond > 0 && rate.denominator > 0 ? html`, ${words.t('results.beyond', { count: beyond })}` : nothing
  }`;
}

/** The six figures of the overview, each beside what it is a share of. */
export const overviewFigures = (
  overview: Overview,
  words: ResultsWords,
  isDefined: boolean,
): TemplateResult =>
  html`<dl class="figures" part="figures">
    ${OVERVIEW_METRICS.map((metric) =>
      figure(
        {
          metric,
          value: words.number(overview[metric]),
          note: overviewNote(metric, overview, words),
          isDefined,
        },
        words,
      ),
    )}
  </dl>`;

/** What this kind of action measures beyond the overview. */
export const performanceFigures = (
  performance: Performance,
  words: ResultsWords,
  isDefined: boolean,
): TemplateResult =>
  html`<dl class="figures" part="figures">
    ${figuresOf(performance).map(({ metric, value }) =>
      typeof value === 'number'
        ? figure({ metric, value: words.number(value), isDefined }, words)
        : figure({ metric, value: percentage(words, value), note: parts(words, value), isDefined }, words),
    )}
  </dl>`;
