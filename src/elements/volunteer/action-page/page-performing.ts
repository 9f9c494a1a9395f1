import { html, nothing, type TemplateResult } from 'lit';

import type { LazyElement } from '../../../controllers/lazy-element.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import { lazyView } from '../../shared/lazy-view.js';
import type { pageWords } from './page-words.js';
import { PERFORMING_ELEMENTS, type PerformingParts } from './performing-elements.js';

interface Parts extends PerformingParts {
  readonly words: Pick<WordsController<typeof pageWords>, 't'>;
  readonly lazy: LazyElement;
  readonly onBack: () => void;
}

/** The element by which this kind of action is performed, and the way back to what the action asks. */
export const pagePerforming = ({ words, lazy, onBack, ...parts }: Parts): TemplateResult => html`
  <button type="button" class="button quiet small back" part="back" @click=${onBack}>
    ${words.t('page.back')}
  </button>
  <section id="performing" tabindex="-1" aria-labelledby="title">
    ${lazyView(lazy, words, () => PERFORMING_ELEMENTS[parts.action.content.kind]?.render(parts) ?? nothing)}
  </section>
`;
