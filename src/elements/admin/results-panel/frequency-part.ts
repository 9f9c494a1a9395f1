import { html, nothing, type TemplateResult } from 'lit';

import type { Frequency } from '../../../domain/results/results-schema.js';
import { barTable } from './bar-table.js';
import type { ResultNames } from './load-names.js';
import type { ResultsWords } from './results-words.js';
import { shareText } from './share-text.js';

/** How often tags, custom fields and response scripts were used, each as a share of what it could have been. */
export function frequencyPart(
  frequencies: readonly Frequency[],
  names: ResultNames | undefined,
  words: ResultsWords,
): TemplateResult | typeof nothing {
  if (frequencies.length === 0) return nothing;
  const table = (caption: string, rows: readonly Frequency[]) =>
    rows.length === 0
      ? nothing
      : barTable({
          caption,
          columns: [
            { label: words.t('results.name') },
            { label: words.t('results.frequency'), isNumber: true },
          ],
          rows: rows.map(({ of, id, share }) => ({
            name: names?.[of].get(id) ?? id,
            cells: [shareText(words, share)],
            bar: [share.numerator, share.denominator],
          })),
        });
  return html`<section class="tables" aria-label=${words.t('results.frequency')}>
    ${table(
      words.t('results.tagsAndFields'),
      frequencies.filter(({ of }) => of !== 'script'),
    )}
    ${table(
      words.t('results.scripts'),
      frequencies.filter(({ of }) => of === 'script'),
    )}
  </section>`;
}
