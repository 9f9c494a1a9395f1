import { safeUrl } from '../links/safe-url.js';

/** An image that a browser may show: http or https, or an image that is carried inside the address itself. */
export const isImageSource = (source: string): boolean =>
  safeUrl(source) !== undefined || /^data:image\/(png|jpeg|webp|gif|avif|svg\+xml)[;,]/i.test(source);
