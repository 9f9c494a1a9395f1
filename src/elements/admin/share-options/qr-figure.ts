import { html, svg, type TemplateResult } from 'lit';

import { linkHost } from '../../../domain/links/safe-url.js';
import type { QrDrawing } from '../../shared/draw-qr.js';
import type { SharingWords } from './share-options-words.js';

export type QrState =
  | { readonly status: 'none' | 'drawing' | 'failed' }
  | { readonly status: 'drawn'; readonly of: string; readonly drawing: QrDrawing };

interface QrFigure {
  readonly state: QrState;
  readonly link: string;
  readonly download: (drawing: QrDrawing) => void;
  readonly retry: () => void;
}

/** The drawing as a file of its own. */
export const qrFile = ({ size, path }: QrDrawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size)} ${String(size)}" shape-rendering="crispEdges">` +
  `<path fill="white" d="M0 0h${String(size)}v${String(size)}H0z"/><path fill="black" d="${path}"/></svg>\n`;

/** Dark on light in every theme: that is what readers are made for. */
const drawn = ({ size, path }: QrDrawing, label: string): TemplateResult =>
  html`<svg
    class="qr"
    part="qr"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    ${svg`<path fill="white" d="M0 0h${size}v${size}H0z"></path><path fill="black" d=${path}></path>`}
  </svg>`;

/** The QR code of the web link, with a way to take it along. */
export function qrFigure({ state, link, download, retry }: QrFigure, words: SharingWords): TemplateResult {
  if (state.status === 'failed')
    return html`<figure class="qr-figure">
      <p role="alert">${words.t('links.qrFailed')}</p>
      <button type="button" class="button small" @click=${retry}>${words.t('common.retry')}</button>
    </figure>`;
  const isDrawn = state.status === 'drawn';
  return html`<figure class="qr-figure" aria-busy=${isDrawn ? 'false' : 'true'}>
    ${
      isDrawn
        ? drawn(state.drawing, words.t('links.qrLabel', { host: linkHost(link) ?? link }))
        : html`<div class="qr skeleton"></div>`
    }
    <figcaption>
      <p class="qr-title">${words.t('links.qr')}</p>
      <p class="muted">${words.t('links.qrHint')}</p>
      <button
        type="button"
        class="button small"
        part="download"
        ?disabled=${!isDrawn}
        @click=${() => isDrawn && download(state.drawing)}
      >
        ${words.t('links.download')}
      </button>
    </figcaption>
  </figure>`;
}
