import { html, nothing, svg, type TemplateResult } from 'lit';

import { bucketDays, type DayBucket } from '../../../domain/results/bucket-days.js';
import type { Results } from '../../../domain/results/results-schema.js';
import type { ResultsWords } from './results-words.js';

/** More columns than this can't be told apart on a phone. */
const COLUMNS = 42;
const FIGURES = ['seen', 'started', 'performs'] as const;

/** What happened day by day: columns to look at, and the same as a table. */
export function timelinePart(daily: Results['daily'], words: ResultsWords): TemplateResult | typeof nothing {
  const buckets = bucketDays(daily, COLUMNS);
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return nothing;
  const most = Math.max(...buckets.flatMap((bucket) => FIGURES.map((figure) => bucket[figure])), 1);
  const isDaily = first.from === first.to;
  return html`<section aria-labelledby="timeline">
    <h3 id="timeline">${words.t(isDaily ? 'results.timeline' : 'results.timelineWeeks')}</h3>
    <figure part="timeline">
      <ul class="legend" aria-hidden="true">
        ${FIGURES.map(
          (figure) => html`<li><span class="swatch ${figure}"></span>${words.t(`metric.${figure}`)}</li>`,
        )}
        <li class="muted most">${words.t('results.upTo', { count: most })}</li>
      </ul>
      ${columns(buckets, most, words)}
      <div class="axis muted" aria-hidden="true">
        <span>${dayText(words, first.from)}</span>
        ${first.from === last.to ? nothing : html`<span>${dayText(words, last.to)}</span>`}
      </div>
    </figure>
    ${dayTable(daily, words)}
  </section>`;
}

const dayText = (words: ResultsWords, day: string): string =>
  words.date(`${day}T00:00:00Z`, { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** Three columns side by side for each stretch of days. */
function columns(buckets: readonly DayBucket[], most: number, words: ResultsWords): TemplateResult {
  const highest = (figure: (typeof FIGURES)[number]) => Math.max(...buckets.map((bucket) => bucket[figure]));
  const label = words.t('results.timelineText', {
    from: dayText(words, buckets[0]?.from ?? ''),
    to: dayText(words, buckets.at(-1)?.to ?? ''),
    seen: highest('seen'),
    started: highest('started'),
    performs: highest('performs'),
  });
  // A lone day would be a wall: there is always room for a week.
  const places = Math.max(buckets.length, 7);
  return html`<svg
    class="columns"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${places * 4} 100"
    preserveAspectRatio="none"
  >
    ${buckets.map((bucket, index) =>
      FIGURES.map((figure, place) => {
        const height = (bucket[figure] * 100) / most;
        return svg`<rect class=${figure} x=${index * 4 + 0.5 + place} y=${100 - height} width="0.92" height=${height}></rect>`;
      }),
    )}
  </svg>`;
}

const dayTable = (daily: Results['daily'], words: ResultsWords): TemplateResult =>
  html`<details>
    <summary>${words.t('results.table')}</summary>
    <div class="table" role="region" aria-label=${words.t('results.table')} tabindex="0">
      <table part="table">
        <thead>
          <tr>
            <th scope="col">${words.t('results.day')}</th>
            ${FIGURES.map((figure) => html`<th scope="col" class="number">${words.t(`metric.${figure}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${daily.map(
            (day) =>
              html`<tr>
                <th scope="row">${dayText(words, day.day)}</th>
                ${FIGURES.map((figure) => html`<td class="number">${words.number(day[figure])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="muted utc">${words.t('results.utc')}</p>
  </details>`;
