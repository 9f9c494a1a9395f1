import { OpenWebpageElement } from './open-webpage.element.js';

if (!customElements.get('open-webpage')) customElements.define('open-webpage', OpenWebpageElement);

declare global {
  interface HTMLElementTagNameMap {
    'open-webpage': OpenWebpageElement;
  }
}

export * from './open-webpage.element.js';
