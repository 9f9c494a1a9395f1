import { ActionPageElement } from './action-page.element.js';

if (!customElements.get('action-page')) customElements.define('action-page', ActionPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'action-page': ActionPageElement;
  }
}

export * from './action-page.element.js';
