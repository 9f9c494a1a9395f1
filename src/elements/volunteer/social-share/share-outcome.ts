import { html, nothing, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import type { Network } from '../../../domain/sharing/network.js';
import { NETWORK_FACTS } from '../../../domain/sharing/share-target.js';
import type { shareWords } from './share-words.js';

/** What became of the last attempt to share, as far as the page can know. */
export type ShareOutcome =
  | { readonly did: 'opened'; readonly network: Network }
  | { readonly did: 'copied' | 'shared' | 'cancelled' | 'native-failed' }
  /** The text that could not be copied, to be copied by hand. */
  | { readonly did: 'copy-failed'; readonly text: string };

type Words = Pick<WordsController<typeof shareWords>, 't'>;

/** The outcome in words: no more than what is true. A page never learns whether somebody posted in another tab. */
export function outcomeText(words: Words, outcome: ShareOutcome): string {
  switch (outcome.did) {
    case 'opened': {
      const network = words.t(`network.${outcome.network}`);
      return words.t(NETWORK_FACTS[outcome.network].text ? 'share.opened' : 'share.openedLinkOnly', {
        network,
      });
    }
    case 'copied':
      return words.t('share.copied');
    case 'shared':
      return words.t('share.shared');
    case 'cancelled':
      return words.t('share.cancelled');
    case 'native-failed':
      return words.t('share.nativeFailed');
    case 'copy-failed':
      return words.t('share.copyFailed');
  }
}

/** The text that could not be copied, in a field from which it can be. */
export const textToCopy = (
  words: Words,
  outcome: ShareOutcome | undefined,
): TemplateResult | typeof nothing =>
  outcome?.did === 'copy-failed'
    ? html`<textarea
        id="to-copy"
        part="to-copy"
        readonly
        dir="auto"
        aria-label=${words.t('share.textToCopy')}
        .value=${outcome.text}
      ></textarea>`
    : nothing;
