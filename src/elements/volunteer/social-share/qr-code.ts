import { html, nothing, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';

import type { WordsController } from '../../../controllers/words-controller.js';
import { linkHost } from '../../../domain/links/safe-url.js';
import { drawQr, type QrDrawing } from '../../shared/draw-qr.js';
import { notice } from '../../shared/notice.js';
import type { shareWords } from './share-words.js';

/** A QR code of a link that can be shown and hidden; drawn when it is first shown. */
export class QrCode {
  readonly #host: ReactiveControllerHost;
  #link: string | undefined;
  #drawing: QrDrawing | 'drawing' | 'failed' = 'drawing';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get isShown(): boolean {
    return this.#link !== undefined;
  }

  hide(): void {
    this.#link = undefined;
    this.#host.requestUpdate();
  }

  async show(link: string): Promise<void> {
    this.#link = link;
    this.#become('drawing');
    const drawing = await drawQr(link).catch(() => 'failed' as const);
    if (this.#link === link) this.#become(drawing);
  }

  /** The code, or what there is to say about it. A newer link draws it anew. */
  render(
    words: Pick<WordsController<typeof shareWords>, 't'>,
    link: string,
  ): TemplateResult | typeof nothing {
    if (this.#link === undefined) return nothing;
    if (this.#link !== link) void this.show(link);
    const drawing = this.#drawing;
    if (drawing === 'failed')
      return notice({ tone: 'warning', text: words.t('share.qrFailed'), isAlert: true });
    if (drawing === 'drawing') return html`<div class="qr skeleton" aria-busy="true"></div>`;
    const { size, path } = drawing;
    return html`<figure class="qr-figure" part="qr">
      <svg
        class="qr"
        viewBox="0 0 ${size} ${size}"
        role="img"
        aria-label=${words.t('share.qrAlt', { host: linkHost(link) ?? '' })}
        shape-rendering="crispEdges"
      >
        ${svg`<path d=${path} />`}
      </svg>
      <figcaption class="muted">${words.t('share.qrHint')}</figcaption>
    </figure>`;
  }

  #become(drawing: QrDrawing | 'drawing' | 'failed'): void {
    this.#drawing = drawing;
    this.#host.requestUpdate();
  }
}
