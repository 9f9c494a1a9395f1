import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Client } from '../../../contract/client.js';
import { getResults } from '../../../contract/calls/results.js';
import { ClientQuery } from '../../../controllers/client-query.js';
import { PoliteAnnouncer } from '../../../controllers/polite-announcer.js';
import { WordsController } from '../../../controllers/words-controller.js';
import type { Results } from '../../../domain/results/results-schema.js';
import type { Strings } from '../../../i18n/words.js';
import { base } from '../../../styles/base.styles.js';
import { button } from '../../../styles/button.styles.js';
import { notice as noticeStyles } from '../../../styles/notice.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { notice } from '../../shared/notice.js';
import { queryView } from '../../shared/query-view.js';
import { overviewFigures } from './figures-part.js';
import { frequencyPart } from './frequency-part.js';
import { loadNames } from './load-names.js';
import { performancePart } from './performance-part.js';
import { styles } from './results-panel.styles.js';
import { resultsSkeleton } from './results-skeleton.js';
import { resultsWordSets } from './results-words.js';
import { tableStyles } from './table.styles.js';
import { timelinePart } from './timeline-part.js';

/** How long it is quiet between two announcements of news, in milliseconds. */
const PAUSE = 10_000;

/**
 * How one action is doing: the overview, what its kind measures, how often tags, fields and scripts were used, and day
 * by day. Keeps itself up to date.
 *
 * @element results-panel
 * @csspart figures - A row of figures.
 * @csspart figure - One figure with its name, its share and what it means.
 * @csspart table - A table with bars.
 * @csspart timeline - The columns of days.
 * @csspart notice - What is said where there is nothing yet, and failures.
 * @csspart retry - The button that loads again.
 * @csspart skeleton - What holds the place of the figures while they load.
 * @csspart unconnected - What holds their place while there is no client.
 * @fires {ClientFailedEvent} client-failed - Loading failed.
 */
export class ResultsPanelElement extends LitElement {
  static override styles = [tokens, base, button, noticeStyles, tableStyles, styles];

  @property({ attribute: 'action-id' }) actionId = '';

  @property({ attribute: false }) client: Client | undefined;

  @property({ attribute: false }) strings: Strings | undefined;

  @state() private isDefined = false;

  readonly #words = new WordsController(this, ...resultsWordSets);
  readonly #announcer = new PoliteAnnouncer(this, PAUSE);
  readonly #query = new ClientQuery(
    this,
    (client, [actionId = ''], signal) => client.call(getResults, { actionId }, { signal }),
    () => [this.#id] as const,
    { reloadOn: ({ topic, actionId }) => topic === 'results' && actionId === this.actionId },
  );
  readonly #names = new ClientQuery(
    this,
    (client, [id = ''], signal) => loadNames(client, id, signal),
    () => [this.#id] as const,
    { reloadOn: ({ topic, actionId }) => topic === 'actions' && actionId === this.actionId },
  );
  #shown: Results | undefined;

  get #id(): string | undefined {
    return this.actionId === '' ? undefined : this.actionId;
  }

  protected override willUpdate(): void {
    const { value } = this.#query;
    const shown = this.#shown;
    if (value === shown) return;
    this.#shown = value;
    const isNews =
      shown !== undefined &&
      shown.actionId === value?.actionId &&
      JSON.stringify(shown.overview) !== JSON.stringify(value.overview);
    if (isNews) this.#announcer.say(this.#words.t('results.news', { count: value.overview.performs }));
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const results = this.#query.value;
    const title = this.#names.value?.title ?? '';
    return html`<article aria-labelledby="heading">
      <p class="visually-hidden" role="status">${this.#announcer.text}</p>
      <header>
        <h2 id="heading">${words.t('results.heading')}</h2>
        ${title === '' ? nothing : html`<p class="title">${title}</p>`}
        <p class="muted as-of">
          ${
            results === undefined
              ? nothing
              : words.t('results.asOf', {
                  time: words.date(results.asOf, { dateStyle: 'medium', timeStyle: 'medium' }),
                })
          }
        </p>
      </header>
      ${queryView(this.#query, words, { ready: (value) => this.#renderResults(value), skeleton: resultsSkeleton })}
    </article>`;
  }

  #renderResults(results: Results): TemplateResult {
    const words = this.#words;
    const names = this.#names.value;
    const { overview, performance, frequencies, daily } = results;
    const isDefined = this.isDefined;
    const hasBegun = overview.seen > 0 || daily.length > 0;
    return html`
      <section aria-labelledby="overview">
        <div class="bar-row">
          <h3 id="overview">${words.t('results.overview')}</h3>
          <button
            type="button"
            class="button quiet small"
            aria-expanded=${isDefined ? 'true' : 'false'}
            @click=${this.#onDefine}
          >
            ${words.t(isDefined ? 'results.defineHide' : 'results.define')}
          </button>
        </div>
        ${overviewFigures(overview, words, isDefined)}
        ${hasBegun ? nothing : notice({ title: words.t('results.nobody'), text: words.t('results.nobodyHint') })}
      </section>
      ${
        hasBegun
          ? html`${performancePart({ performance, names, words, isDefined })}
            ${frequencyPart(frequencies, names, words)} ${timelinePart(daily, words)}`
          : nothing
      }
    `;
  }

  readonly #onDefine = () => (this.isDefined = !this.isDefined);
}
