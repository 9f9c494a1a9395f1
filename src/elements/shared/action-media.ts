import { html, type TemplateResult } from 'lit';

import type { ActionContent } from '../../domain/action/action-schema.js';
import { isImageSource } from '../../domain/media/image-source.js';
import { kindIcon } from './kind-icon.js';

type Focus = { readonly x: number; readonly y: number };

/** Which third of a picture cropping must keep, as classes: a position in the style would be an inline style. */
const keep = ({ x, y }: Focus): string =>
  [x < 1 / 3 && 'keep-left', x > 2 / 3 && 'keep-right', y < 1 / 3 && 'keep-top', y > 2 / 3 && 'keep-bottom']
    .filter(Boolean)
    .join(' ');

/** The picture of an action, in a frame of fixed shape; a calm drawing of its kind where there is none or it is broken. */
export function actionMedia(
  { kind, media }: Pick<ActionContent, 'kind' | 'media'>,
  { isBroken, onBroken }: { readonly isBroken: boolean; readonly onBroken: () => void },
): TemplateResult {
  const image = media?.kind === 'image' && !isBroken && isImageSource(media.url) ? media : undefined;
  return html`<div class="media ${image === undefined ? 'drawn' : ''}" part="media">
    ${
      image === undefined
        ? kindIcon(kind)
        : html`<img
            class=${keep(image.focalPoint)}
            src=${image.url}
            alt=${image.alt}
            loading="lazy"
            decoding="async"
            @error=${onBroken}
          />`
    }
  </div>`;
}
