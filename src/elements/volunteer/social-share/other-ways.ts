import { html, nothing, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import type { QrCode } from './qr-code.js';
import type { shareWords } from './share-words.js';

interface OtherParts {
  readonly words: Pick<WordsController<typeof shareWords>, 't'>;
  readonly qr: QrCode;
  readonly link: string;
  readonly onNative: () => void;
  readonly onCopy: () => void;
  readonly onQr: () => void;
}

/** Some browsers have no share menu, whatever their types say. */
const hasShareMenu = (): boolean => typeof (navigator as Partial<Navigator>).share === 'function';

/** What the page does itself: the share menu of the device where there is one, copying, and a QR code. */
export const otherWays = ({ words, qr, link, ...on }: OtherParts): TemplateResult => html`
  <section class="part" aria-labelledby="other-ways">
    <h3 id="other-ways">${words.t('share.otherWays')}</h3>
    <div class="row">
      ${
        hasShareMenu()
          ? html`<button type="button" class="button primary" part="native" @click=${on.onNative}>
              ${words.t('share.native')}
            </button>`
          : nothing
      }
      <button type="button" class="button" part="copy" @click=${on.onCopy}>${words.t('share.copy')}</button>
      ${
        link === ''
          ? nothing
          : html`<button
              type="button"
              class="button"
              part="qr-toggle"
              aria-expanded=${qr.isShown}
              @click=${on.onQr}
            >
              ${words.t(qr.isShown ? 'share.hideQr' : 'share.qr')}
            </button>`
      }
    </div>
    ${qr.render(words, link)}
  </section>
`;
