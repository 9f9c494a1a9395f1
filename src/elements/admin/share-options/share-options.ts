import { ShareOptionsElement } from './share-options.element.js';

if (!customElements.get('share-options')) customElements.define('share-options', ShareOptionsElement);

declare global {
  interface HTMLElementTagNameMap {
    'share-options': ShareOptionsElement;
  }
}

export * from './share-options.element.js';
