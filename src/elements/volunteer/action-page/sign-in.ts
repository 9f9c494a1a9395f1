import { html, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import { notice } from '../../shared/notice.js';
import type { pageWords } from './page-words.js';

interface SignInParts {
  readonly words: Pick<WordsController<typeof pageWords>, 't'>;
  /** Whether the page around has said that it takes care of it. */
  readonly isHandled: boolean;
  readonly onSignIn: () => void;
}

/** That one must sign in first, and the button that asks the page for it. */
export const signIn = ({ words, isHandled, onSignIn }: SignInParts): TemplateResult => html`
  <div id="sign-in" tabindex="-1">
    ${notice(
      {
        title: words.t('page.signInTitle'),
        text: words.t(isHandled ? 'page.signInHint' : 'page.signInElsewhere'),
      },
      html`<button type="button" class="button primary" part="sign-in" @click=${onSignIn}>
        ${words.t('page.signIn')}
      </button>`,
    )}
  </div>
`;
