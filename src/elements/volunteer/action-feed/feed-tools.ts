import { html, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import { ACTION_KINDS, type ActionKind } from '../../../domain/action/action-kind.js';
import type { actionFeedWords } from '../../../i18n/action-feed-words.js';
import type { kindWords } from '../../../i18n/kind-words.js';
import type { FeedSearch } from './feed-search.js';

type Words = Pick<WordsController<[typeof actionFeedWords, typeof kindWords]>, 't'>;

const kindOf = ({ target }: Event): ActionKind | undefined =>
  ACTION_KINDS.find((kind) => target instanceof HTMLSelectElement && kind === target.value);

const textOf = ({ target }: Event): string => (target instanceof HTMLInputElement ? target.value : '');

/** Search, and a choice of kinds where there is one to make. */
export const feedTools = (search: FeedSearch, words: Words): TemplateResult => html`
  <search class="tools" part="tools">
    <input
      type="search"
      id="search"
      part="search"
      maxlength="200"
      autocomplete="off"
      aria-label=${words.t('feed.search')}
      placeholder=${words.t('feed.search')}
      .value=${search.text}
      @input=${(event: Event) => search.type(textOf(event))}
    />
    <select
      part="kinds"
      aria-label=${words.t('feed.kind')}
      ?hidden=${search.kinds.length < 2}
      @input=${(event: Event) => search.choose(kindOf(event))}
    >
      <option value="" .selected=${search.kind === undefined}>${words.t('feed.allKinds')}</option>
      ${search.kinds.map(
        (kind) =>
          html`<option value=${kind} .selected=${search.kind === kind}>${words.t(`kind.${kind}`)}</option>`,
      )}
    </select>
  </search>
`;
