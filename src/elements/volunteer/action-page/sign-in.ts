import { html, nothing, type TemplateResult } from 'lit';

import type { Client } from '../../../contract/client.js';
import type { FeedAction } from '../../../contract/feed.js';
import type { LazyTag } from '../../../controllers/lazy-element.js';
import type { WordsController } from '../../../controllers/words-controller.js';
import type { Strings } from '../../../i18n/words.js';
import { lazyView } from '../../shared/lazy-view.js';
import { notice } from '../../shared/notice.js';
import type { Journey } from './journey.js';
import type { pageWords } from './page-words.js';

interface SignInParts {
  readonly words: Pick<WordsController<typeof pageWords>, 't'>;
  readonly journey: Pick<Journey, 'isSignInHandled' | 'signingIn' | 'askToSignIn'>;
  readonly client: Client | undefined;
  readonly strings: Strings | undefined;
}

/** The element that signs somebody in right here, where the page around does not do it. */
export const SIGN_IN: LazyTag = {
  tag: 'volunteer-sign-in',
  load: () => import('../volunteer-sign-in/volunteer-sign-in.js'),
};

/** That one must sign in first, and the way to do it: the page's own, else here in place. */
export function signIn(action: FeedAction, { words, journey, client, strings }: SignInParts): TemplateResult {
  const { isSignInHandled, signingIn } = journey;
  const ask = html`<button
    type="button"
    class="button primary"
    part="sign-in"
    @click=${() => journey.askToSignIn(action)}
  >
    ${words.t('page.signIn')}
  </button>`;
  const form = () => html`<volunteer-sign-in .client=${client} .strings=${strings}></volunteer-sign-in>`;
  return html`<div id="sign-in" class="stack" tabindex="-1">
    ${notice(
      { title: words.t('page.signInTitle'), text: words.t('page.signInHint') },
      isSignInHandled ? ask : undefined,
    )}
    ${isSignInHandled ? nothing : lazyView(signingIn, words, form)}
  </div>`;
}
