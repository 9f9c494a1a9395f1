import { html, nothing, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import type { Network } from '../../../domain/sharing/network.js';
import { shareTarget, type ShareInput } from '../../../domain/sharing/share-target.js';
import type { shareWords } from './share-words.js';

interface NetworkParts {
  readonly words: Pick<WordsController<typeof shareWords>, 't'>;
  readonly input: ShareInput;
  readonly networks: readonly Network[];
  readonly onPress: (event: Event, network: Network) => void;
}

/** The networks that take what there is to share, as links: a browser never blocks what a person opens. */
export const networkPart = ({ words, input, networks, onPress }: NetworkParts): TemplateResult => html`
  <section class="part" aria-labelledby="where">
    <h3 id="where">${words.t('share.where')}</h3>
    <ul class="networks" part="networks">
      ${networks.map((network) => {
        const target = shareTarget(network, input);
        if (target === undefined) return nothing;
        const isPage = target.startsWith('https:');
        return html`<li>
          <a
            class="button"
            part="network"
            data-network=${network}
            href=${target}
            target=${isPage ? '_blank' : nothing}
            rel="noopener noreferrer"
            @click=${(event: Event) => onPress(event, network)}
            @auxclick=${(event: MouseEvent) => event.button === 1 && onPress(event, network)}
            >${words.t(`network.${network}`)}${
              isPage ? html`<span class="visually-hidden">&nbsp;(${words.t('share.newTab')})</span>` : nothing
            }</a
          >
        </li>`;
      })}
    </ul>
  </section>
`;
